-- How many requests were newly received, and from whom. The sheet of 2014 knows no applicants.
SELECT
    report_id, agency_id, year,
    coalesce(s3_new_received_total, s14_received) AS received,
    s3_new_received_total AS "applicant_share of",
    s3_new_received_natural_person AS "received by natural_person",
    s3_new_received_natural_person AS "applicant_share by natural_person",
    s3_new_received_org_business AS "received by org_business",
    s3_new_received_org_business AS "applicant_share by org_business",
    s3_new_received_org_research AS "received by org_research",
    s3_new_received_org_research AS "applicant_share by org_research",
    s3_new_received_org_public_interest AS "received by org_public_interest",
    s3_new_received_org_public_interest AS "applicant_share by org_public_interest",
    s3_new_received_org_legal_service AS "received by org_legal_service",
    s3_new_received_org_legal_service AS "applicant_share by org_legal_service",
    s3_new_received_org_other AS "received by org_other",
    s3_new_received_org_other AS "applicant_share by org_other"
FROM v_figures;
