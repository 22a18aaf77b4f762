-- How many requests were newly received, and from whom.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        coalesce(s3_new_received_total, s14_received) AS received,
        s3_new_received_total AS new_received,
        s3_new_received_natural_person AS natural_person,
        s3_new_received_org_business AS org_business,
        s3_new_received_org_research AS org_research,
        s3_new_received_org_public_interest AS org_public_interest,
        s3_new_received_org_legal_service AS org_legal_service,
        s3_new_received_org_other AS org_other
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'received' AS definition, '' AS series, received AS numerator, NULL AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'received', 'natural_person', natural_person, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'received', 'org_business', org_business, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'received', 'org_research', org_research, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'received', 'org_public_interest', org_public_interest, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'received', 'org_legal_service', org_legal_service, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'received', 'org_other', org_other, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'applicant_share', 'natural_person', natural_person, new_received
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'applicant_share', 'org_business', org_business, new_received
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'applicant_share', 'org_research', org_research, new_received
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'applicant_share', 'org_public_interest', org_public_interest, new_received
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'applicant_share', 'org_legal_service', org_legal_service, new_received
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'applicant_share', 'org_other', org_other, new_received
FROM report;
