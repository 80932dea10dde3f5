using System.Globalization;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>What the checks and the posting of a journal look at.</summary>
internal sealed class JournalScope
{
    public JournalScope(JournalToPost command, Books books)
    {
        Command = command;
        Books = books;
        var template = command.Journal.Settings.Template;
        Period = new(
            new(template.AllowPostingFrom, template.AllowPostingTo),
            command.UserDates,
            new(JournalTemplate.Entity, template.Name)
        );
        Entries = new OpenPartyEntries(books);
    }

    public JournalToPost Command { get; }
    public JournalDraft Journal => Command.Journal;
    public JournalSettings Settings => Journal.Settings;

    /// <summary>As the documents before left them; each is posted on a fork of its own.</summary>
    public Books Books { get; }
    public CompanySetup Setup => Books.Setup;
    public PostingPeriod Period { get; }
    public OpenPartyEntries Entries { get; }

    public Party? FindParty(JournalPart part) =>
        JournalAccounts.SideOf(part.AccountType) is { } side
        && Books.Parties.TryGetValue((side.Direction, part.AccountNo), out var party)
            ? party
            : null;

    /// <summary>How amounts of a currency are rounded; blank is LCY.</summary>
    public decimal PrecisionOf(string currencyCode) =>
        JournalCurrency.PrecisionOf(Setup, currencyCode);
}

/// <summary>Problems of one line, with the names that clients know its fields by.</summary>
internal readonly record struct LineProblems(RecordRef Record, List<Problem> Found)
{
    public void Add(string code, string field, object? value = null) =>
        Found.Add(new(code, Record, field, Text(value)));

    public void Add(Problem problem) => Found.Add(problem);

    public Problem With(
        string code,
        (string Field, object? Value) at,
        params ReadOnlySpan<(string, object?)> args
    )
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, value) in args)
            named[name] = Text(value);
        return new(code, Record, at.Field, Text(at.Value)) { Args = named };
    }

    public static string Text(object? value) =>
        value switch
        {
            null => "",
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            decimal amount => amount.ToString("0.#####", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}

/// <summary>Currencies on journal lines.</summary>
internal static class JournalCurrency
{
    public static decimal PrecisionOf(CompanySetup setup, string currencyCode)
    {
        if (currencyCode.Length == 0)
            return setup.Gl.AmountRoundingPrecision;
        var currency = setup.Currencies.GetValueOrDefault(currencyCode);
        return currency is { AmountRoundingPrecision: > 0m }
            ? currency.AmountRoundingPrecision
            : Rounding.AmountPrecision;
    }

    /// <summary>How VAT in this currency is rounded (GLS-15).</summary>
    public static RoundingDirection VatRoundingOf(CompanySetup setup, string currencyCode) =>
        setup.Currencies.GetValueOrDefault(currencyCode)?.VatRoundingType
        ?? setup.Gl.VatRoundingType;

    /// <summary>Largest VAT difference that may be typed (VAT-09).</summary>
    public static decimal MaxVatDifferenceOf(CompanySetup setup, string currencyCode) =>
        setup.Currencies.GetValueOrDefault(currencyCode)?.MaxVatDifferenceAllowed
        ?? setup.Gl.MaxVatDifferenceAllowed;
}
