,
-- Only bodies with a figure in every year that has one.
panel AS (
    SELECT body_group, year, failed, scope_changed, other_form, covered, {members}
    FROM judged
)
