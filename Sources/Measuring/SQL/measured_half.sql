measured."{numerator}", {denominator}
