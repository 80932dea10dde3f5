using Handel.App.Finance;
using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Benchmarks.Year;

/// <summary>
/// Sums made another way than the books make them: the control accounts against the ledgers of
/// parties, and the VAT return against the lines of the posted documents.
/// </summary>
internal sealed class YearChecks(HandelDatabase database, SetupCache setups, Company company)
{
    private const int MonthsOfPeriod = 3;
    private const string Domestic = "BINNENL";
    private const string Eu = "EU";
    private const string Export = "EXPORT";
    private const string Reduced = "LAAG";

    public async Task<IReadOnlyList<string>> Find(CancellationToken ct)
    {
        await using var db = database.Open(company.CompanyNo);
        var differences = new List<string>();
        foreach (var direction in Enum.GetValues<Direction>())
            differences.AddRange(await Control(db, direction, ct));
        for (var month = 1; month <= YearCards.Months; month += MonthsOfPeriod)
            differences.AddRange(await Vat(db, month, ct));
        return differences;
    }

    private static async Task<IEnumerable<string>> Control(
        HandelDbContext db,
        Direction direction,
        CancellationToken ct
    )
    {
        var accounts = await db.Set<PartyPostingGroup>()
            .Where(group => group.Direction == direction)
            .Select(group => group.ControlAccount)
            .Distinct()
            .ToListAsync(ct);
        var ledger = await db
            .GlEntries.Where(entry => accounts.Contains(entry.AccountNo))
            .SumAsync(entry => entry.Amount, ct);
        var parties = await db
            .PartyEntries.Where(entry => entry.Direction == direction)
            .SumAsync(entry => entry.RemainingAmountLcy, ct);
        return ledger == parties
            ? []
            : [FormattableString.Invariant($"{direction}: accounts {ledger}, entries {parties}")];
    }

    private async Task<IEnumerable<string>> Vat(HandelDbContext db, int month, CancellationToken ct)
    {
        var from = new DateOnly(2026, month, 1);
        var to = from.AddMonths(MonthsOfPeriod).AddDays(-1);
        var setup = await setups.At(db, (await LedgerLock.Read(db, ct)).SetupVersion, ct);
        var reading = new VatReading(db, setup);
        var name = await db.VatStatementNames.FirstAsync(ct);
        var lines = await reading.Lines(name.TemplateName, name.Name, ct);
        var figures = await reading.Figures(new VatQuestion(from, to), lines, ct);
        var boxes = VatStatementCalculation.Of(lines, figures).ToDictionary(r => r.Line.RowNo);
        var sums = await Documents(db, from, to, ct);
        return Expected(sums)
            .Where(box => boxes[box.Row].Amount != box.Amount)
            .Select(box =>
                FormattableString.Invariant(
                    $"{from:yyyy-MM} {box.Row}: {boxes[box.Row].Amount}, documents {box.Amount}"
                )
            );
    }

    // As the boxes are defined, over documents instead of VAT entries.
    private static IEnumerable<(string Row, decimal Amount)> Expected(
        IReadOnlyList<DocumentVat> all
    )
    {
        var sides = all.ToLookup(sum => sum.Direction);
        var (sales, purchases) = (sides[Direction.Sale], sides[Direction.Purchase]);
        var high = sales.Where(s => s.Bus == Domestic && s.Prod != Reduced).ToList();
        var low = sales.Where(s => s.Bus == Domestic && s.Prod == Reduced).ToList();
        var acquired = purchases.Where(s => s.Bus == Eu).ToList();
        var charged = acquired.Sum(s => s.Lcy(s.Net * (s.Prod == Reduced ? 9m : 21m) / 100m));
        yield return ("1A-O", Net(high));
        yield return ("1A-B", high.Sum(s => s.Vat * s.Sign));
        yield return ("1B-O", Net(low));
        yield return ("1B-B", low.Sum(s => s.Vat * s.Sign));
        yield return ("3A-O", Net(sales.Where(s => s.Bus == Export)));
        yield return ("3B-O", Net(sales.Where(s => s.Bus == Eu)));
        yield return ("4B-O", Net(acquired));
        yield return ("4B-B", charged);
        var input = purchases.Where(s => s.Bus == Domestic).Sum(s => s.Vat * s.Sign);
        yield return ("5B", input + charged);
    }

    // The total of a document is converted once, however many groups it has (FCY-02).
    private static decimal Net(IEnumerable<DocumentVat> sums) =>
        sums.GroupBy(sum => sum.Document)
            .Sum(document => document.First().Lcy(document.Sum(sum => sum.Net)));

    private static async Task<IReadOnlyList<DocumentVat>> Documents(
        HandelDbContext db,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    )
    {
        var rows = await (
            from document in db.Documents
            join line in db.Lines on document.Id equals line.DocumentId
            where
                document.IsPosted
                && (
                    document.Kind == DocumentKind.Invoice
                    || document.Kind == DocumentKind.CreditMemo
                )
                && document.VatDate >= first
                && document.VatDate <= last
            group line by new
            {
                document.Id,
                document.Direction,
                document.Kind,
                document.CurrencyFactor,
                line.VatBusPostingGroup,
                line.VatProdPostingGroup,
                line.VatPct,
            } into some
            select new
            {
                some.Key,
                Base = some.Sum(line => line.Amount),
                Incl = some.Sum(line => line.AmountInclVat),
            }
        ).ToListAsync(ct);
        return
        [
            .. rows.Select(row => new DocumentVat(
                row.Key.Id,
                row.Key.Direction,
                row.Key.VatBusPostingGroup,
                row.Key.VatProdPostingGroup
            )
            {
                Sign = row.Key.Kind == DocumentKind.CreditMemo ? -1m : 1m,
                Factor = row.Key.CurrencyFactor == 0m ? 1m : row.Key.CurrencyFactor,
                Net = row.Base,
                Vat = row.Incl - row.Base,
            }),
        ];
    }

    /// <summary>
    /// The lines of one document under one pair of VAT groups, in the currency of the document.
    /// </summary>
    private sealed record DocumentVat(Guid Document, Direction Direction, string Bus, string Prod)
    {
        public required decimal Sign { get; init; }
        public required decimal Factor { get; init; }
        public required decimal Net { get; init; }
        public required decimal Vat { get; init; }

        // 850 at 1.1463 is 974.355; the factor, a quotient cut off, makes it a hair less.
        public decimal Lcy(decimal amount) => Sign * Half(Half(amount / Factor, 10), 2);

        private static decimal Half(decimal value, int decimals) =>
            Math.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}
