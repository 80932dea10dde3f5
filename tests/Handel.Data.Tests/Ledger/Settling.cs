using Handel.App.Finance;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Testing;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Ledger;

/// <summary>
/// Settling entries on a real database: loading, writing, and two clerks at once.
/// </summary>
public sealed class Settling : IAsyncLifetime
{
    private TestDatabase _test = null!;
    private TradingCompany _company = null!;

    public async ValueTask InitializeAsync()
    {
        _test = await TestDatabase.Create();
        _company = await TradingCompany.Create(_test.ConnectionString);
        await _company.Post(
            await _company.Draft(Direction.Purchase, DocumentKind.Invoice, ("A", 100m, 30m))
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _company.DisposeAsync();
        await _test.DisposeAsync();
    }

    // APP-35
    [Fact]
    public async Task Two_clerks_apply_the_same_entry_and_one_of_them_is_told()
    {
        var invoice = await Invoice(100m);
        var (first, second) = (await Credit(60m), await Credit(60m));

        var outcomes = await Task.WhenAll(
            _company.Submit(Apply(first, Seen(invoice))),
            _company.Submit(Apply(second, Seen(invoice)))
        );

        var refused = Assert.Single(outcomes, outcome => outcome.IsRefused);
        Assert.Equal(ProblemCodes.Concurrency, Assert.Single(refused.Problems).Code);
        Assert.Equal(48.40m, (await Entry(invoice.EntryNo)).RemainingAmount);
        await ExpectWholeBooks();
    }

    // INV-60
    [Fact]
    public async Task Undoing_an_application_restores_the_entries_and_books_stay_whole()
    {
        var (invoice, credit) = (await Invoice(100m), await Credit(60m));
        Assert.Empty((await _company.Submit(Apply(credit, Seen(invoice)))).Problems);
        Assert.False((await Entry(credit.EntryNo)).IsOpen);

        var undone = await _company.Submit(
            new UnapplyEntry(new(Direction.Sale, invoice.EntryNo)) { UserName = "tester" }
        );

        Assert.Empty(undone.Problems);
        Assert.Equal(invoice, await Entry(invoice.EntryNo));
        Assert.Equal(credit, await Entry(credit.EntryNo));
        await using var db = _company.Open();
        Assert.Equal(4, await db.PartyDetails.CountAsync(detail => detail.IsUnapplied));
        await ExpectWholeBooks();
        Assert.Empty((await _company.Submit(Apply(credit, Seen(invoice)))).Problems);
        await ExpectWholeBooks();
    }

    [Fact]
    public async Task A_preview_of_an_application_leaves_no_trace()
    {
        var (invoice, credit) = (await Invoice(100m), await Credit(60m));

        var preview = await _company.Preview(Apply(credit, Seen(invoice)));

        Assert.Equal(2, preview.Plan.Posting!.PartyDetails.Count);
        Assert.Equal(invoice, await Entry(invoice.EntryNo));
    }

    // APP-03, S19
    [Fact]
    public async Task A_party_that_pays_the_oldest_first_has_its_documents_applied_at_posting()
    {
        await using var db = _company.Open();
        var (oldest, newest) = (await Invoice(100m), await Invoice(100m));
        await db.Parties.ExecuteUpdateAsync(set =>
            set.SetProperty(p => p.ApplicationMethod, ApplicationMethod.ApplyToOldest)
        );

        await Credit(150m);

        Assert.Equal(
            (0m, 60.50m),
            (
                (await Entry(oldest.EntryNo)).RemainingAmount,
                (await Entry(newest.EntryNo)).RemainingAmount
            )
        );
        await ExpectWholeBooks();
    }

    // DSC-06 mode B, PTM-12
    [Fact]
    public async Task A_payment_at_once_takes_the_discount_with_its_VAT()
    {
        await using var db = _company.Open();
        await db.Set<GlSetup>()
            .ExecuteUpdateAsync(set => set.SetProperty(gl => gl.AdjustForPmtDisc, true));
        await db.Set<VatPostingSetup>()
            .ExecuteUpdateAsync(set => set.SetProperty(vat => vat.AdjustForPaymentDiscount, true));

        var invoice = await Invoice(
            100m,
            new(HeaderField.PaymentMethodCode, "KAS"),
            new(HeaderField.PmtDiscountDate, TradingCompany.Today),
            new(HeaderField.PaymentDiscountPct, 2m)
        );

        Assert.False(invoice.IsOpen);
        var vat = await db.VatEntries.OrderBy(v => v.EntryNo).ToListAsync();
        Assert.Equal(
            [(-100m, -21m), (2.00m, 0.42m)],
            vat.TakeLast(2).Select(v => (v.Base, v.Amount))
        );
        await ExpectWholeBooks();
    }

    // ENT-20, AUD-06
    [Fact]
    public async Task An_edit_is_logged_and_damage_is_not()
    {
        var invoice = await Invoice(100m);
        var command = new EditEntry(
            new(Direction.Sale, invoice.EntryNo)
            {
                Today = TradingCompany.Today,
                Changes =
                [
                    new(EntryField.DueDate, new DateOnly(2026, 4, 30)),
                    new(EntryField.OnHold, "JJ"),
                    new(EntryField.MaxPaymentTolerance, 2.50m),
                    new(EntryField.AppliesToId, "BANK1"),
                ],
            }
        )
        {
            UserName = "tester",
        };

        Assert.Empty((await _company.Submit(command)).Problems);

        var edited = await Entry(invoice.EntryNo);
        Assert.Equal(
            (new DateOnly(2026, 4, 30), "JJ", 2.50m, "BANK1", 121m),
            (
                edited.DueDate,
                edited.OnHold,
                edited.MaxPaymentTolerance,
                edited.AppliesToId,
                edited.AmountToApply
            )
        );
        await using var db = _company.Open();
        var log = await db.EntryEdits.OrderBy(edit => edit.EditNo).ToListAsync();
        Assert.Equal(
            [
                (1, EntryField.DueDate, $"{invoice.DueDate:O}", "2026-04-30"),
                (2, EntryField.MaxPaymentTolerance, "0", "2.5"),
                (3, EntryField.OnHold, "", "JJ"),
                (4, EntryField.AppliesToId, "", "BANK1"),
                (5, EntryField.AmountToApply, "0", "121"),
            ],
            log.Select(edit => (edit.EditNo, edit.Field, edit.OldValue, edit.NewValue))
        );
        await ExpectWholeBooks();

        await db
            .PartyEntries.Where(e => e.Direction == Direction.Sale)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DueDate, new DateOnly(2027, 1, 1)));
        var verdict = await Verify();
        Assert.Equal("INV-30", Assert.Single(verdict.Findings).Invariant);
    }

    private static ApplyEntries Apply(PartyEntry applying, params SelectedEntry[] to) =>
        new(new ApplyPosted(Direction.Sale, new(applying.EntryNo)) { To = to })
        {
            UserName = "tester",
        };

    private static SelectedEntry Seen(PartyEntry entry) =>
        new(entry.EntryNo) { SeenRemaining = entry.RemainingAmount };

    private async Task<PartyEntry> Entry(int entryNo)
    {
        await using var db = _company.Open();
        return await db.PartyEntries.SingleAsync(entry =>
            entry.Direction == Direction.Sale && entry.EntryNo == entryNo
        );
    }

    private Task<PartyEntry> Invoice(decimal price, params HeaderChange[] changes) =>
        Posted(DocumentKind.Invoice, price, changes);

    private Task<PartyEntry> Credit(decimal price) => Posted(DocumentKind.CreditMemo, price, []);

    private async Task<PartyEntry> Posted(
        DocumentKind kind,
        decimal price,
        IReadOnlyList<HeaderChange> changes
    )
    {
        var draft = await _company.Draft(Direction.Sale, kind, ("A", 1m, price));
        if (changes.Count > 0)
        {
            var outcome = await _company.Drafts.Change(
                new(_company.Company.CompanyNo, draft.Id) { WorkDate = TradingCompany.Today },
                new DocumentEdit { Header = [.. changes] }
            );
            Assert.Empty(outcome.Problems);
            draft = outcome.Document!;
        }
        var posted = await _company.Post(draft);
        Assert.Empty(posted.Problems);
        return await Entry(posted.Plan.Posting!.PartyEntries[0].EntryNo);
    }

    private Task<BooksVerdict> Verify() =>
        new VerifyBooks(_company.Database).Verify(null, new Progress<OperationProgress>());

    private async Task ExpectWholeBooks() =>
        Assert.Empty((await Verify()).Findings.Select(finding => $"{finding}"));
}
