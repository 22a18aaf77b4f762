public import ReportModel

/// The words by which texts claim things, as data: `Wordings/claims.csv`.
public struct ClaimWords: Sendable {
    /// What a sentence is about, by its words.
    public private(set) var subjects = WordList<Claim.Subject>()
    /// What a number is, by the words in front of it; `nil` for words that must not be taken for others within them.
    public private(set) var before = WordList<Claim.Kind?>()
    /// What a number is, by the words behind it.
    public private(set) var after = WordList<Claim.Kind?>()
    /// How a review or a lawsuit ended.
    public private(set) var outcomes = WordList<Claim.Kind?>()
    /// What became of normative documents.
    public private(set) var documents = WordList<Claim.Kind?>()
    /// What a percentage is, by the words in front of it.
    public private(set) var rates = WordList<Claim.Kind?>()
    /// What a percentage is, by the words behind it.
    public private(set) var ratesAfter = WordList<Claim.Kind?>()
    /// What an amount of money is for.
    public private(set) var fees = WordList<Claim.Kind?>()
    /// How fast, without a number.
    public private(set) var timings = PhraseList<Claim.Kind>()
    /// That there was none of something.
    public private(set) var absences = PhraseList<Claim.Kind>()
    /// Rows of the tables that bodies made for themselves before the form of 2014.
    public private(set) var rows: [LabelKey: (subject: Claim.Subject, kind: Claim.Kind)] = [:]
    /// Those tables' columns of the year's figures, the best first.
    public private(set) var columns: [LabelKey] = []
    /// Words that make several years, or a part of one, of what follows.
    public private(set) var times = WordList<Stretch>()
    /// Words that make something else of what stands beside them.
    private var remarks: [Remark: PhraseList<Remark>] = [:]

    /// What words say of a stretch of time. The raw value is the part in the file.
    public enum Stretch: String, Sendable {
        /// Several years, or a part of one: 以来, 上半年.
        case elsewhen
        /// The year itself, in words that another stretch's are within: 今年以来.
        case own = "since_january"
        /// Up to a day: 截至. With ``cumulative`` it is several years.
        case asOf = "as_of"
        /// All together: 累计.
        case cumulative
    }

    /// What words beside a claim do to it. The raw value is the part in the file.
    public enum Remark: String, Sendable {
        /// A wish or a duty, which is no claim.
        case goal
        /// What people want, which is no duty of a body: 群众要求公开的信息.
        case asking
        /// Every answer was upheld.
        case upheld
        /// How a dispute ended or what came of it: no count of disputes.
        case verdict
        /// What a body does that decides reviews itself.
        case ownWork = "own_work"
        /// Directly in front of a number: it is a change, or what a change began with.
        case change
        /// More than before: 增长.
        case rise
        /// Less than before: 下降.
        case fall
        /// May stand between such words and the number: 增加了.
        case filler
        /// What follows is compared with, or began so: 比, 由.
        case comparison
        /// What follows stands beside another: 与, 同.
        case beside
        /// Directly in front of a number: it is the outcome of a change.
        case outcome
        /// Directly in front of a number, or of particles in front of it: a time is named, 去年的.
        case timeNoun = "time_noun"
        /// Joins a time to a number.
        case particle
        /// At the head of a clause: the year that is reported on.
        case ownYear = "own_year"
        /// A character of what says that all of a year's requests are counted: 其中2012年受理.
        case ownYearPart = "own_year_part"
        /// At the head of a clause: the year before.
        case yearBefore = "year_before"
        /// May stand between what is counted and the number: 共计, 有.
        case introduction
        /// What a body writes and publishes by itself, which are no requests: 主动公开, 公文.
        case items
        /// An answer to a request for what was published before, which is no item: 已主动公开.
        case alreadyPublic = "already_public"
        /// What is not answered, or not yet, or late, or by others, or once more: no count of answers.
        case unfinished
        /// Makes something else, or a part, of requests that there were none of: no fees, no complaints, none by mail.
        case otherAbsence = "other_absence"
        /// How requests came in: a part of all.
        case route
        /// Several numbers follow, each for one of several things: 分别.
        case respectively
        /// The number is of what there was not: 未发生1起.
        case denial
        /// The number is of all: 共.
        case sum
        /// At the end of words: all requests there are.
        case allRequests = "all_requests"
        /// A character of what shares are of all requests: 占申请总数的.
        case whole
        /// What shares are of all requests of a region: 占全市.
        case wholeOfRegion = "whole_of_region"
        /// The body that reports, beside others of a region: 我局.
        case ownBody = "own_body"
        /// What stands on a website is counted.
        case published
        /// Disputes about something else.
        case unrelated
        /// What is to come.
        case plan
        /// The number is a mean: 月均, 每年.
        case each
        /// An answer came too late.
        case late
        /// No answer came too late.
        case noneLate = "none_late"
        /// In front of a percentage that is not reached: 未达到.
        case shortfall
        /// What is said isn't said of all: 基本.
        case partly
        /// A share, which is of all only at 100 per cent.
        case share = "rate_of"
        /// Money that is not taken, one of several fees, or a price.
        case otherMoney = "other_money"
        /// Directly in front of a number: it can only be one of requests.
        case bare
        /// Directly in front of a number: it is a bound or a guess.
        case inexactBefore = "inexact_before"
        /// Directly behind a number and its unit: it is a bound or a guess.
        case inexactAfter = "inexact_after"
    }

    /// Whether words of a kind stand in a text.
    public func has(_ remark: Remark, in text: ArraySlice<Unicode.Scalar>) -> Bool {
        has(remark, in: text, Phrase.Signs(of: text))
    }

    /// Whether words of a kind stand in a text, whose signs are known.
    public func has(
        _ remark: Remark,
        in text: ArraySlice<Unicode.Scalar>,
        _ signs: Phrase.Signs
    ) -> Bool {
        remarks[remark]?.first(in: text, signs) != nil
    }

    /// Whether a text begins with words of a kind.
    public func begins(_ text: ArraySlice<Unicode.Scalar>, with remark: Remark) -> Bool {
        remarks[remark]?.begins(text) ?? false
    }

    /// Whether a text ends with words of a kind.
    public func ends(_ text: ArraySlice<Unicode.Scalar>, with remark: Remark) -> Bool {
        remarks[remark]?.ends(text) ?? false
    }

    /// Takes in one line of the file; `false` if it doesn't fit the vocabulary.
    mutating func add(part: String, code: String, words: String) -> Bool {
        let scalars = Array(words.unicodeScalars)
        guard !scalars.isEmpty else { return false }
        let phrase = Phrase(words)
        if part == "subject" {
            guard let subject = Claim.Subject(rawValue: code) else { return false }
            subjects.add(scalars, subject)
            return true
        }
        if let stretch = Stretch(rawValue: part) {
            times.add(scalars, stretch)
            return true
        }
        if let remark = Remark(rawValue: part) {
            remarks[remark, default: PhraseList()].add(phrase, remark)
            return true
        }
        if part == "column" {
            columns.append(LabelKey(words))
            return true
        }
        if part == "row" {
            let names = code.split(separator: ".").map(String.init)
            guard names.count == 2, let subject = Claim.Subject(rawValue: names[0]),
                let kind = Claim.Kind(rawValue: names[1])
            else { return false }
            rows[LabelKey(words)] = (subject, kind)
            return true
        }
        let kind = Claim.Kind(rawValue: code)
        switch part {
        case "before" where kind != nil || code == "skip": before.add(scalars, kind)
        case "after" where kind != nil || code == "skip": after.add(scalars, kind)
        default: return kind.map { add(part: part, $0, scalars, phrase) } ?? false
        }
        return true
    }

    private mutating func add(
        part: String,
        _ kind: Claim.Kind,
        _ scalars: [Unicode.Scalar],
        _ phrase: Phrase
    ) -> Bool {
        switch part {
        case "dispute": outcomes.add(scalars, kind)
        case "document": documents.add(scalars, kind)
        case "rate": rates.add(scalars, kind)
        case "share": ratesAfter.add(scalars, kind)
        case "fee": fees.add(scalars, kind)
        case "timing": timings.add(phrase, kind)
        case "none": absences.add(phrase, kind)
        default: return false
        }
        return true
    }
}
