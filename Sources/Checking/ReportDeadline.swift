public import ReportModel

/// Until when a report has to be published.
///
/// Source: 条例 of 2019, art. 49 and 50: departments and towns by 31 January, governments by 31 March; for reports
/// on 2018 and before, 条例 of 2007, art. 31: all by 31 March.
public enum ReportDeadline {
    /// The last day on which a body's report on a year is in time.
    public static func day(for agency: Agency, on year: Int) -> CivilDate? {
        let isRegions =
            agency.kind == .government && ![.township, .zone].contains(agency.level)
            || agency.kind == .governmentOffice && agency.level != .township
        // Where nobody says what a body is, it is given the longer time.
        let isLong = year < 2019 || isRegions || agency.level == .unknown
        return CivilDate(year: year + 1, month: isLong ? 3 : 1, day: 31)
    }
}
