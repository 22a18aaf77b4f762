extension Province {
    /// How large it is.
    public struct Size: Sendable {
        public var prefectures: Int
        public var counties: Int
        public var departments: Int
        public var towns: Int
        public var years: ClosedRange<Int>

        /// A size.
        public init(
            prefectures: Int,
            counties: Int,
            departments: Int,
            towns: Int,
            years: ClosedRange<Int>
        ) {
            self.prefectures = prefectures
            self.counties = counties
            self.departments = departments
            self.towns = towns
            self.years = years
        }

        /// One report in so many carries a fault.
        public var rarity = 6

        /// How many towns of a county have names of their own.
        public static let mostTowns = Body.townNames.count

        /// 5,000 bodies over ten years.
        public static let whole = Size(
            prefectures: 21,
            counties: 10,
            departments: 24,
            towns: 12,
            years: 2015...2024
        )
        /// Enough for every fault.
        public static let small: Size = {
            var size = Size(
                prefectures: 2,
                counties: 2,
                departments: 11,
                towns: 2,
                years: 2017...2022
            )
            size.rarity = 2
            return size
        }()
    }
}
