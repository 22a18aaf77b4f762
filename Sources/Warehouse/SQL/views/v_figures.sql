-- The numbers of the reports that count, a row a report and a column a cell; NULL is no number.
-- `covered` marks reports whose requests a government above counts too, so that sums leave them out.
CREATE VIEW v_figures AS
SELECT
    v_report.agency_id, v_report.agency, v_report.region, v_report.level, v_report.kind, v_report.sector,
    v_report.year, v_report.scope, v_report.failed_findings,
    EXISTS (
        SELECT 1
        FROM ancestor JOIN weighed ON weighed.agency_id = ancestor.above
        WHERE ancestor.agency_id = v_report.agency_id AND weighed.year = v_report.year
            AND (weighed.scope = 'whole_region'
                OR weighed.scope = 'own_plus_departments' AND ancestor.distance = 1
                    AND v_report.kind IN ('department', 'government_office'))
    ) AS covered,
    figures.*
FROM figures JOIN v_report ON v_report.report_id = figures.revision_id;
