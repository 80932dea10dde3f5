using Handel.Kernel.Problems;

namespace Handel.Ledgers.Vat;

/// <summary>Asks for other facts on all VAT entries of one document (VDT-03, VEN-02).</summary>
/// <param name="EntryNo">One of the entries; the others of its document follow.</param>
public sealed record CorrectVat(int EntryNo, VatFacts Facts)
{
    public VatDateRange UserDates { get; init; }
}

/// <summary>
/// Plans corrections of posted VAT entries: a register with the correction and no other entry. The
/// books are a fork; what is reported of the entries is changed on it.
/// </summary>
public static class VatCorrecting
{
    public const string SourceCode = "VATCORR";
    public const string Entity = "taxEntries";

    public static (Posting? Posting, VatDateFindings Found) Plan(CorrectVat asked, Books books)
    {
        if (!books.CorrectedVat.TryGet(asked.EntryNo, out var entry))
            return Refused(new Problem(ProblemCodes.FieldEmpty, RecordOf(asked.EntryNo), "id"));
        // A settlement of the same batch closes entries that this one was loaded without.
        if (books.VatClosings.Values.Any())
            return Refused(new Problem(ProblemCodes.Concurrency, RecordOf(entry.EntryNo)));
        var found = FindAgainst(asked, entry, books);
        if (found.Problems.Count > 0)
            return (null, found);
        return (Correct(asked, entry, books), found);
    }

    /// <summary>VDT-03..05, VST-06, GLD-05: all that stands against it.</summary>
    private static VatDateFindings FindAgainst(CorrectVat asked, VatEntry entry, Books books)
    {
        var problems = new List<Problem>();
        var warnings = new List<Problem>();
        var record = RecordOf(entry.EntryNo);
        var before = VatFacts.Of(entry);
        if (asked.Facts == before)
            problems.Add(new(ProblemCodes.NothingToPost, record));
        if (OfDocument(entry, books).Any(other => other.IsClosed))
            problems.Add(new(ProblemCodes.VatClosed, record, "taxReportingDate"));
        if (asked.Facts.VatDate == before.VatDate)
            return new(problems, warnings);
        if (!VatDates.MayChangeAfterPosting(books.Setup.Gl))
            problems.Add(
                new(ProblemCodes.VatDateFixed, record, "taxReportingDate")
                {
                    MendedAt = new("taxSetup", ""),
                }
            );
        foreach (var date in new[] { before.VatDate, asked.Facts.VatDate })
        {
            var question = new VatDateQuestion(record, "taxReportingDate", date, asked.UserDates);
            var found = VatDateChecks.Find(books.Setup, question);
            problems.AddRange(found.Problems);
            warnings.AddRange(found.Warnings);
        }
        return new(problems, warnings);
    }

    private static Posting Correct(CorrectVat asked, VatEntry entry, Books books)
    {
        var posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = entry.PostingDate,
            DocumentNo = entry.DocumentNo,
            SourceCode = SourceCode,
        };
        var (before, after) = (VatFacts.Of(entry), asked.Facts);
        var correction = new VatCorrection
        {
            CompanyNo = entry.CompanyNo,
            EntryNo = ++books.Counters.VatCorrection,
            RegisterNo = posting.RegisterNo,
            CorrectedRegisterNo = entry.RegisterNo,
            PostingDate = entry.PostingDate,
            DocumentNo = entry.DocumentNo,
            VatDateBefore = before.VatDate,
            VatDate = after.VatDate,
            CountryCodeBefore = before.CountryCode,
            CountryCode = after.CountryCode,
            VatRegistrationNoBefore = before.VatRegistrationNo,
            VatRegistrationNo = after.VatRegistrationNo,
            IsEuThirdPartyBefore = before.IsEuThirdParty,
            IsEuThirdParty = after.IsEuThirdParty,
            SourceCode = SourceCode,
        };
        posting.VatCorrections.Add(correction);
        books.VatCorrections[correction.EntryNo] = correction;
        foreach (var other in OfDocument(entry, books).ToList())
            books.CorrectedVat[other.EntryNo] = other with
            {
                ReportedDate = after.VatDate,
                ReportedCountryCode = after.CountryCode,
                ReportedVatRegistrationNo = after.VatRegistrationNo,
                IsReportedEuThirdParty = after.IsEuThirdParty,
            };
        return posting;
    }

    // VDT-03: same document number, posting date and transaction.
    private static IEnumerable<VatEntry> OfDocument(VatEntry entry, Books books) =>
        books.CorrectedVat.Values.Where(other =>
            other.RegisterNo == entry.RegisterNo
            && other.DocumentNo == entry.DocumentNo
            && other.PostingDate == entry.PostingDate
        );

    private static (Posting?, VatDateFindings) Refused(Problem problem) =>
        (null, new VatDateFindings([problem], []));

    private static RecordRef RecordOf(int entryNo) => new(Entity, $"{entryNo}");
}
