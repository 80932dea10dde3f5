using Handel.Ledgers.Finance;
using Handel.Ledgers.Sealing;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>Corrections of posted VAT entries (VDT-03, VDT-04, VEN-02, VST-06).</summary>
public sealed class VatCorrectingTests
{
    private static readonly DateOnly NewDate = new(2026, 4, 2);
    private readonly VatGiven _given = new();

    public VatCorrectingTests()
    {
        _given.QuarterOfS29();
        // One document with two VAT entries.
        _given.Change(2, e => e with { RegisterNo = 1, DocumentNo = "F1", PostingDate = Posted });
        _given.Change(1, e => e with { PostingDate = Posted });
    }

    private static DateOnly Posted => new(2026, 1, 2);

    [Fact]
    public void VDT_03_all_VAT_entries_of_the_document_get_the_date_and_none_is_rewritten()
    {
        var books = _given.Books();

        var (posting, found) = VatCorrecting.Plan(Correct(books, NewDate), books);

        Assert.Empty(found.Problems);
        var correction = Assert.Single(posting!.VatCorrections);
        Assert.Equal(
            (1, "F1", new DateOnly(2026, 1, 2), NewDate),
            (
                correction.CorrectedRegisterNo,
                correction.DocumentNo,
                correction.VatDateBefore,
                correction.VatDate
            )
        );
        Assert.Empty(posting.GlEntries);
        Assert.Empty(posting.VatEntries);
        Assert.Equal(
            [NewDate, NewDate, new(2026, 1, 4), new(2026, 1, 5), new(2026, 1, 6)],
            books.CorrectedVat.Values.OrderBy(e => e.EntryNo).Select(e => e.ReportedDate)
        );
        Assert.Equal(new DateOnly(2026, 1, 2), books.CorrectedVat[1].VatDate);
    }

    [Fact]
    public void VEN_02_country_number_and_chain_of_three_can_be_corrected_at_any_time()
    {
        _given.Gl.VatDateUsage = VatDateUsage.PreventModification;
        var books = _given.Books();
        var facts = VatFacts.Of(books.CorrectedVat[5]) with
        {
            CountryCode = "DE",
            VatRegistrationNo = "DE136695976",
            IsEuThirdParty = true,
        };

        var (posting, found) = VatCorrecting.Plan(new CorrectVat(5, facts), books);

        Assert.Empty(found.Problems);
        Assert.Equal("DE136695976", posting!.VatCorrections[0].VatRegistrationNo);
        Assert.Equal(facts, VatFacts.Of(books.CorrectedVat[5]));
        Assert.Equal("", books.CorrectedVat[5].VatRegistrationNo);
    }

    [Theory]
    [InlineData(VatDateUsage.PreventModification)]
    [InlineData(VatDateUsage.Disabled)]
    public void VDT_04_the_date_is_fixed_where_the_setup_says_so(VatDateUsage usage)
    {
        _given.Gl.VatDateUsage = usage;
        var books = _given.Books();

        var (posting, found) = VatCorrecting.Plan(Correct(books, NewDate), books);

        Assert.Null(posting);
        Assert.Equal(["E-VATDATEFIXED"], found.Problems.Select(p => p.Code));
    }

    [Fact]
    public void VST_06_a_closed_entry_keeps_the_date_of_its_whole_document()
    {
        _given.Change(2, e => e with { IsClosed = true, ClosedByEntryNo = 9 });
        var books = _given.Books();

        var (_, found) = VatCorrecting.Plan(Correct(books, NewDate), books);

        Assert.Equal(["E-VATCLOSED"], found.Problems.Select(p => p.Code));
    }

    [Fact]
    public void VDT_03_neither_the_old_nor_the_new_date_may_be_locked()
    {
        _given.WithPeriod();
        _given.Period.Status = VatReturnStatus.Closed;
        var books = _given.Books();

        var leaving = VatCorrecting.Plan(Correct(books, NewDate), books).Found;

        Assert.Equal(["E-VATDATE"], leaving.Problems.Select(p => p.Code));
    }

    [Fact]
    public void Nothing_to_correct_is_told()
    {
        var books = _given.Books();

        var (_, found) = VatCorrecting.Plan(Correct(books, new(2026, 1, 2)), books);

        Assert.Equal(["E-NOTHING"], found.Problems.Select(p => p.Code));
    }

    [Fact]
    public void D3_the_register_of_a_correction_is_sealed_with_it()
    {
        var books = _given.Books();
        var (posting, _) = VatCorrecting.Plan(Correct(books, NewDate), books);
        using var seal = new RegisterSeal();
        var context = new SealContext(7, DateTimeOffset.UnixEpoch, "ann", RegisterSeal.Genesis);

        var sealedNow = seal.Of(posting!, books.Counters, context);
        posting!.VatCorrections[0] = posting.VatCorrections[0] with
        {
            VatDate = NewDate.AddDays(1),
        };
        var other = seal.Of(posting, books.Counters, context);

        Assert.Equal((1, 1), (sealedNow.VatCorrectionFrom, sealedNow.VatCorrectionTo));
        Assert.NotEqual(sealedNow.Hash, other.Hash);
    }

    private static CorrectVat Correct(Books books, DateOnly date) =>
        new(1, VatFacts.Of(books.CorrectedVat[1]) with { VatDate = date });
}
