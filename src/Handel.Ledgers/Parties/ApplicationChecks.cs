using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Parties;

/// <summary>
/// What stands in the way of settling entries with each other (APP-01, APP-04, APP-31).
/// </summary>
public static class ApplicationChecks
{
    public const string Field = "appliesToDocNumber";

    public static IReadOnlyList<Problem> Find(ApplyRequest request, Books books)
    {
        var applying = request.Applying;
        var record = request.Record ?? EntryApplication.RecordOf(applying);
        var problems = new List<Problem>();
        foreach (var to in request.To)
        {
            var reason = ReasonAgainst(applying, to, books);
            if (reason.Length > 0)
                problems.Add(Problem(record, to.Entry.DocumentNo, reason));
        }
        if (request.Amount != 0m && !IsPartOf(request.Amount, applying))
            problems.Add(Problem(record, applying.DocumentNo, "amount"));
        // APP-04: entries of one sign do not reduce each other.
        var isReduced = request.To.Any(to => IsOpposite(applying, to.Entry));
        if (problems.Count == 0 && !request.IsOldestFirst && request.To.Count > 0 && !isReduced)
            problems.Add(Problem(record, request.To[0].Entry.DocumentNo, "sign"));
        return problems;
    }

    /// <summary>Whether an entry that nobody chose may be taken (APP-03).</summary>
    internal static bool Fits(PartyEntry applying, ApplyTo to, Books books) =>
        to.Entry.AppliesToId.Length == 0 && ReasonAgainst(applying, to, books).Length == 0;

    internal static Problem Problem(RecordRef record, string documentNo, string reason) =>
        new(ProblemCodes.Application, record, Field, documentNo)
        {
            Args = new Dictionary<string, string> { ["reason"] = reason },
        };

    private static string ReasonAgainst(PartyEntry applying, ApplyTo to, Books books)
    {
        var entry = to.Entry;
        if (entry.Direction != applying.Direction || entry.PartyNo != applying.PartyNo)
            return "party";
        if (entry.EntryNo == applying.EntryNo)
            return "same";
        if (!entry.IsOpen)
            return "closed";
        if (!MayMix(applying, entry, books))
            return "currency";
        return to.Amount != 0m && !IsPartOf(to.Amount, entry) ? "amount" : "";
    }

    private static bool IsPartOf(decimal amount, PartyEntry entry) =>
        amount * entry.RemainingAmount > 0m && Math.Abs(amount) <= Math.Abs(entry.RemainingAmount);

    private static bool IsOpposite(PartyEntry one, PartyEntry other) =>
        one.RemainingAmount * other.RemainingAmount < 0m;

    private static bool MayMix(PartyEntry one, PartyEntry other, Books books) =>
        MayMix(books.Setup, one.Direction, (one.CurrencyCode, other.CurrencyCode));

    /// <summary>Whether entries of two currencies may settle each other (APP-31).</summary>
    public static bool MayMix(
        CompanySetup setup,
        Direction direction,
        (string One, string Other) currencies
    )
    {
        if (currencies.One == currencies.Other)
            return true;
        return setup.Trade[direction].ApplnBetweenCurrencies switch
        {
            ApplnBetweenCurrencies.None => false,
            ApplnBetweenCurrencies.Emu => IsEmu(currencies.One) && IsEmu(currencies.Other),
            ApplnBetweenCurrencies.All => true,
            _ => throw new InvalidOperationException("Unknown permission of currencies."),
        };

        bool IsEmu(string currencyCode)
        {
            var code = currencyCode.Length > 0 ? currencyCode : setup.Gl.LcyCode;
            return setup.Currencies.TryGetValue(code, out var currency)
                ? currency.IsEmu
                : code == Euro;
        }
    }

    private const string Euro = "EUR";
}
