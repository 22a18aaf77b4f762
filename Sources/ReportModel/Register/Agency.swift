/// A body that reports, whatever names it has gone by.
public struct Agency: Sendable, Hashable {
    /// Stays the same in every warehouse, in whichever order reports arrive, and when the body is renamed.
    public var id: String
    /// The latest of its names, in full.
    public var name: String
    /// The code of the region that it serves, as GB/T 2260 last had it; `nil` where nobody says.
    public var region: String?
    /// Where in the state it stands.
    public var level: AgencyLevel
    /// What sort of body it is.
    public var kind: AgencyKind
    /// What it deals with, a code of the list of sectors; `nil` for governments.
    public var sector: String?
    /// The id of the government above it, where that reports too; `nil` for vertical bodies.
    public var parent: String?
    /// Whether a person should look at it.
    public var standing: AgencyStanding
    /// Why it is what it is taken for, or what is in doubt; empty where all is plain.
    public var remark: String

    /// A body with all that is known of it.
    public init(
        id: String,
        name: String,
        region: String?,
        level: AgencyLevel,
        kind: AgencyKind,
        sector: String?,
        parent: String? = nil,
        standing: AgencyStanding,
        remark: String = ""
    ) {
        self.id = id
        self.name = name
        self.region = region
        self.level = level
        self.kind = kind
        self.sector = sector
        self.parent = parent
        self.standing = standing
        self.remark = remark
    }
}

/// Where in the state a body stands.
public enum AgencyLevel: String, Sendable, CaseIterable {
    /// 中央
    case central
    /// 省级
    case province
    /// 地级
    case prefecture
    /// 县级
    case county
    /// 乡镇、街道
    case township
    /// 开发区、园区
    case zone
    /// Nobody says.
    case unknown
}

/// What sort of body it is.
public enum AgencyKind: String, Sendable, CaseIterable {
    /// 人民政府, 街道办事处, 管理委员会 of a zone
    case government
    /// 人民政府办公厅、办公室
    case governmentOffice = "government_office"
    /// 政府部门
    case department
    /// 垂直管理机构: 税务, 海关, 气象 and others that answer to their superiors, not to the local government.
    case vertical
}

/// How sure it is who a body is.
public enum AgencyStanding: String, Sendable, CaseIterable {
    /// Its name says all.
    case recognised
    /// It entered by itself, and something is open: its region, or what sort of body it is.
    case provisional
    /// A person has said so.
    case decided
}

/// A name that a body went by, with the years on which it reported under it.
public struct AgencyName: Sendable, Hashable {
    /// The body's id.
    public var agency: String
    /// The name as its reports print it.
    public var name: String
    /// The years of the reports.
    public var years: ClosedRange<Int>
    /// By which rule the name is this body's.
    public var reason: String

    /// A name with its years.
    public init(agency: String, name: String, years: ClosedRange<Int>, reason: String) {
        self.agency = agency
        self.name = name
        self.years = years
        self.reason = reason
    }
}

/// A body that another one has taken over.
public struct Succession: Sendable, Hashable {
    /// The id of the body that was.
    public var predecessor: String
    /// The id of the body that is.
    public var successor: String
    /// `merged` or `split`; a body that was only renamed is the same body.
    public var kind: String
    /// The first year on which the successor reports.
    public var year: Int
    /// The reform.
    public var reason: String

    /// A succession.
    public init(predecessor: String, successor: String, kind: String, year: Int, reason: String) {
        self.predecessor = predecessor
        self.successor = successor
        self.kind = kind
        self.year = year
        self.reason = reason
    }
}
