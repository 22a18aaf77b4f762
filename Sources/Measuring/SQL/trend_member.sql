n{number}, d{number},
        whole{number} AND sum(whole{number}) OVER (PARTITION BY agency_id)
            = (SELECT count(DISTINCT year) FROM judged WHERE whole{number}) AS whole{number}
