using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>What holds for every application, whatever is applied to what (finance 29.2).</summary>
public sealed class SettlementProperties
{
    private const int Sets = 300;
    private static readonly DateOnly Day = SettlementGiven.Day;
    private static readonly string[] Currencies = ["", "", "USD", "GBP"];

    /// <summary>An entry of the set: its kind, cents, currency, rate, days and discount.</summary>
    public sealed record Drawn(
        int Kind,
        int Cents,
        int Currency,
        int Rate,
        int Days,
        int DiscountPct
    );

    /// <summary>A set of entries, the settings, and the entry that the user starts from.</summary>
    public sealed record Case(Drawn[] Entries, int Mode, bool HasTolerance, int Start)
    {
        public override string ToString() =>
            $"{string.Join<Drawn>(", ", Entries)} {Mode} {HasTolerance} {Start}";
    }

    private static readonly Arbitrary<Case> Cases = (
        from entries in (
            from kind in Gen.Choose(0, 4)
            from cents in Gen.Choose(1, 200_000)
            from currency in Gen.Choose(0, Currencies.Length - 1)
            from rate in Gen.Choose(5000, 20_000)
            from days in Gen.Choose(0, 30)
            from discount in Gen.Choose(0, 3)
            select new Drawn(kind, cents, currency, rate, days, discount)
        )
            .NonEmptyListOf()
            .Resize(7)
        from mode in Gen.Choose(0, 2)
        from tolerance in Gen.Elements(true, false)
        from start in Gen.Choose(0, 100)
        select new Case([.. entries], mode, tolerance, start)
    ).ToArbitrary();

    [Fact]
    public void INV_60_undoing_an_application_restores_every_entry_exactly() =>
        Check(
            (given, entries, command) =>
            {
                var before = entries.Select(entry => given.Now(entry.Entry)).ToList();
                var posting = given.Apply(command);
                var applied = posting.PartyDetails.First().PartyEntryNo;

                given.Unapply(entries.Single(entry => entry.Entry.EntryNo == applied));

                Assert.Equal(before, entries.Select(entry => given.Now(entry.Entry)));
            }
        );

    [Fact]
    public void INV_21_applications_add_up_to_nothing() =>
        Check(
            (given, _, command) =>
            {
                var posting = given.Apply(command);

                var applied = posting
                    .PartyDetails.Where(d => d.Type == PartyDetailType.Application)
                    .ToList();
                Assert.Equal(0m, applied.Sum(d => d.AmountLcy));
                if (applied.DistinctBy(d => d.CurrencyCode).Count() == 1)
                    Assert.Equal(0m, applied.Sum(d => d.Amount));
            }
        );

    [Fact]
    public void INV_08_the_ledger_moves_with_the_entries() =>
        Check(
            (given, _, command) =>
            {
                var posting = given.Apply(command);

                Assert.Equal(
                    posting.PartyDetails.Sum(d => d.AmountLcy),
                    posting.GlEntries.Where(e => e.AccountNo == "1300").Sum(e => e.Amount)
                );
                Assert.DoesNotContain(posting.GlEntries, entry => entry.Amount == 0m);
            }
        );

    [Fact]
    public void INV_16_to_22_what_is_left_is_the_sum_of_the_details_and_never_too_much() =>
        Check(
            (given, entries, command) =>
            {
                given.Apply(command);

                AssertWhole(given, entries);
            }
        );

    [Fact]
    public void INV_22_holds_for_a_new_entry_that_takes_the_oldest_as_well() =>
        ForAll(drawn =>
        {
            foreach (var isOldestFirst in new[] { true, false })
            {
                var started = Start(drawn, Direction.Sale);
                var (given, open) = (started.Given, started.Entries.SkipLast(1).ToArray());
                var last = given.Now(started.Entries[^1].Entry);
                var isReduced = open.Any(entry =>
                    entry.Entry.OriginalAmount * last.OriginalAmount < 0m
                );
                if (!isReduced && !isOldestFirst)
                    continue;

                var entry = given.Post(
                    EntryOf(drawn.Entries[^1]),
                    request =>
                        request with
                        {
                            IsOldestFirst = isOldestFirst,
                            To = [.. open.Select(to => new ApplyTo(to.Entry, 0m))],
                        }
                );

                AssertWhole(given, [.. open, entry]);
            }
        });

    [Fact]
    public void INV_25_what_is_realised_is_what_was_paid_less_what_was_invoiced() =>
        Check(
            (given, entries, command) =>
            {
                var posting = given.Apply(command);

                var closed = entries.Select(e => given.Now(e.Entry)).Where(e => !e.IsOpen).ToList();
                var isPair = posting.PartyDetails.DistinctBy(d => d.PartyEntryNo).Count() == 2;
                if (closed.Count != 2 || !isPair)
                    return;
                decimal Sum(params PartyDetailType[] types) =>
                    posting.PartyDetails.Where(d => types.Contains(d.Type)).Sum(d => d.AmountLcy);
                var rest = posting
                    .PartyDetails.Where(d => d.Type != PartyDetailType.Application)
                    .Sum(d => d.AmountLcy);
                var realized = Sum(PartyDetailType.RealizedGain, PartyDetailType.RealizedLoss);
                Assert.Equal(
                    -closed.Sum(entry => entry.OriginalAmountLcy) - (rest - realized),
                    realized
                );
            }
        );

    [Fact]
    public void DSC_04_it_does_not_matter_where_the_user_starts() =>
        ForAll(drawn =>
        {
            var one = Start(drawn, Direction.Sale);
            var other = Start(drawn with { Start = drawn.Start + 1 }, Direction.Sale);
            if (!Applies(one))
                return;

            var (first, second) = (one.Given.Apply(one.Command), other.Given.Apply(other.Command));

            Assert.Equal(first.PartyDetails.Select(Facts), second.PartyDetails.Select(Facts));
        });

    [Fact]
    public void Buying_is_the_mirror_of_selling() =>
        ForAll(drawn =>
        {
            var (sale, purchase) = (Start(drawn, Direction.Sale), Start(drawn, Direction.Purchase));
            if (!Applies(sale))
                return;

            var sold = sale.Given.Apply(sale.Command);
            var bought = purchase.Given.Apply(purchase.Command);

            Assert.Equal(
                sold.PartyDetails.Select(d => (d.PartyEntryNo, -d.Amount, -d.AmountLcy)),
                bought.PartyDetails.Select(d => (d.PartyEntryNo, d.Amount, d.AmountLcy))
            );
            Assert.Equal(
                sold.GlEntries.Select(e => -e.Amount),
                bought.GlEntries.Select(e => e.Amount)
            );
        });

    private static void AssertWhole(SettlementGiven given, IEnumerable<PostedGiven> entries)
    {
        foreach (var entry in entries.Select(entry => given.Now(entry.Entry)))
        {
            var details = given.Books.DetailsOf(entry.Direction, entry.EntryNo);
            var amount = details.Where(CountsInAmount).Sum(d => d.Amount);
            Assert.Equal(entry.RemainingAmount, details.Sum(d => d.Amount));
            Assert.Equal(entry.RemainingAmountLcy, details.Sum(d => d.AmountLcy));
            Assert.Equal(entry.IsOpen, entry.RemainingAmount != 0m);
            Assert.Equal(entry.IsOpen, entry.ClosedAtDate is null);
            Assert.True(Math.Abs(entry.RemainingAmount) <= Math.Abs(amount));
            Assert.True(entry.RemainingAmount * entry.OriginalAmount >= 0m);
            Assert.True(entry.IsOpen || entry.RemainingAmountLcy == 0m);
        }
    }

    private static void ForAll(Action<Case> holds) =>
        Prop.ForAll(Cases, drawn => holds(drawn))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Sets).WithQuietOnSuccess(true));

    private static void Check(
        Action<SettlementGiven, IReadOnlyList<PostedGiven>, ApplyPosted> check
    )
    {
        var applied = 0;
        ForAll(drawn =>
        {
            var started = Start(drawn, Direction.Sale);
            if (!Applies(started))
                return;
            applied++;
            check(started.Given, started.Entries, started.Command);
        });
        Assert.True(applied > 20, $"Only {applied} of the sets could be applied.");
    }

    private sealed record Started(
        SettlementGiven Given,
        IReadOnlyList<PostedGiven> Entries,
        ApplyPosted Command
    );

    private static Started Start(Case drawn, Direction direction)
    {
        var given = new SettlementGiven(direction, RatesOf());
        given.Gl.AdjustForPmtDisc = drawn.Mode == 1;
        given.Gl.PmtDiscExclVat = drawn.Mode == 2;
        given.Gl.ApplnRoundingPrecision = drawn.HasTolerance ? 0.05m : 0m;
        given.Gl.PmtDiscGracePeriod = "5D";
        given.Gl.PaymentTolerancePct = drawn.HasTolerance ? 5m : 0m;
        given.Gl.PaymentTolerancePolicy = TolerancePolicy.Always;
        given.Gl.PmtDiscTolerancePolicy = TolerancePolicy.Always;
        var entries = drawn.Entries.Select(entry => given.Post(EntryOf(entry))).ToList();
        var start = entries[drawn.Start % entries.Count].Entry.EntryNo;
        var others = entries.Select(entry => entry.Entry.EntryNo).Where(no => no != start);
        return new(
            given,
            entries,
            new ApplyPosted(direction, new(start))
            {
                To = [.. others.Select(no => new SelectedEntry(no))],
            }
        );
    }

    private static bool Applies(Started started) =>
        started.Entries.Any(entry => entry.Entry.OriginalAmount > 0m)
        && started.Entries.Any(entry => entry.Entry.OriginalAmount < 0m);

    private static EntryGiven EntryOf(Drawn drawn)
    {
        var type = drawn.Kind switch
        {
            0 or 1 => EntryDocumentType.Invoice,
            2 => EntryDocumentType.CreditMemo,
            3 => EntryDocumentType.Payment,
            _ => EntryDocumentType.Refund,
        };
        var sign = type is EntryDocumentType.Invoice or EntryDocumentType.Refund ? 1 : -1;
        var currency = Currencies[drawn.Currency];
        var amount = sign * drawn.Cents / 100m;
        var vat = Rounding.Round(amount / 6m);
        return new(type, amount, Day.AddDays(drawn.Days))
        {
            Currency = currency,
            Factor = currency.Length == 0 ? 1m : drawn.Rate / 10_000m,
            DueDate = Day.AddDays(drawn.Days * 7 % 31),
            DiscountPct = drawn.DiscountPct,
            DiscountDate = Day.AddDays(drawn.Days + 8),
            Lines =
                type == EntryDocumentType.Invoice && currency.Length == 0
                    ? [(amount - vat, vat, "VAT21")]
                    : [],
        };
    }

    private static (string, DateOnly, decimal)[] RatesOf() =>
        [("USD", Day.AddDays(-99), 1.105m), ("GBP", Day.AddDays(-99), 0.8m)];

    private static bool CountsInAmount(PartyDetail detail) =>
        detail.Type is not (PartyDetailType.Application or PartyDetailType.ApplicationRounding);

    private static (PartyDetailType, int, decimal, decimal, string) Facts(PartyDetail detail) =>
        (detail.Type, detail.PartyEntryNo, detail.Amount, detail.AmountLcy, detail.DocumentNo);
}
