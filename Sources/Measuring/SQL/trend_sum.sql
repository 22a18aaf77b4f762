sum(n{number}) FILTER (WHERE whole{number}) AS n{number},
    sum(d{number}) FILTER (WHERE whole{number}) AS d{number},
    count(*) FILTER (WHERE whole{number}) AS reports{number},
    count(*) FILTER (WHERE NOT (covered AND {adds_up}) AND NOT whole{number}) AS left_out{number},
    sum(failed) FILTER (WHERE whole{number}) AS failed{number},
    sum(scope_changed) FILTER (WHERE whole{number}) AS scope_changed{number},
    sum(other_form) FILTER (WHERE whole{number}) AS other_form{number}
