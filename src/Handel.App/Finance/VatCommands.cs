using Handel.App.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Handel.Trade.Postings;

namespace Handel.App.Finance;

/// <summary>Correct VAT date, country or number of a posted document (VDT-03, VEN-02).</summary>
public sealed record CorrectVatEntries(CorrectVat Correction) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        needs.CorrectedVat.Add(Correction.EntryNo);

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var fork = books.Fork();
        var correction = Correction with { UserDates = books.Setup.VatDatesOf(UserName) };
        var (posting, found) = VatCorrecting.Plan(correction, fork);
        return posting is null
            ? Trade.Documents.Plan.Refused(found.Problems)
            : Trade.Documents.Plan.Ready(
                posting,
                fork,
                new([], [], Guid.Empty) { Notices = found.Warnings }
            );
    }
}

/// <summary>Calculate and post the VAT settlement of a period (VST-05).</summary>
public sealed record SettleVat(VatReturnPeriod Period) : ILedgerCommand
{
    public required string UserName { get; init; }

    public IReadOnlyList<Guid> Drafts => [];
    public int LineCount => 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) =>
        needs.OpenVat.Add(new(Period.StartingDate, Period.EndingDate));

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var fork = books.Fork();
        var gl = fork.Setup.Gl;
        var ofUser = fork.Setup.PostingDatesOf(UserName);
        var dates = ofUser.IsSet
            ? ofUser
            : new PostingDates(gl.AllowPostingFrom, gl.AllowPostingTo);
        // The writer reads the period itself: someone may have closed it meanwhile.
        var period = fork.Setup.VatReturnPeriods.FirstOrDefault(p => p.Id == Period.Id) ?? Period;
        var settled = VatSettling.Plan(period, fork, dates.Allows);
        return settled.Posting is null
            ? Trade.Documents.Plan.Refused(settled.Problems)
            : Trade.Documents.Plan.Ready(
                settled.Posting,
                fork,
                new([], [], Guid.Empty) { Notices = settled.Warnings }
            );
    }
}
