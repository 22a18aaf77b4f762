measured."{numerator}" AS n{number}, {denominator} AS d{number}
