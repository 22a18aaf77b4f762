-- Beyond a million millions a figure is no count that anybody made, and sums could overflow.
n{number}, d{number},
        NOT (covered AND {adds_up}) AND typeof(n{number}) = 'integer' AND typeof(d{number}) = 'integer'
            AND n{number} BETWEEN -1000000000000 AND 1000000000000
            AND d{number} BETWEEN -1000000000000 AND 1000000000000 AS whole{number}
