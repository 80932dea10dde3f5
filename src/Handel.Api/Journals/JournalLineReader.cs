using Handel.Api.Engine;
using Handel.Api.Finance;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Journals;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Trade.Editing;

namespace Handel.Api.Journals;

/// <summary>What a body says of a journal line: changes for the core, dimensions apart.</summary>
internal sealed record GivenJournalLine(
    IReadOnlyList<JournalChange> Changes,
    IReadOnlyList<DimensionChange> Dimensions
);

/// <summary>Turns the properties of a body into changes of a journal line (API-J-2).</summary>
internal sealed class JournalLineReader(JournalReferences references, GivenDimensions dimensions)
{
    private static readonly Dictionary<JournalField, Func<object, object?>> Typed = new()
    {
        [JournalField.AccountType] = value => Member<JournalAccountType>(value),
        [JournalField.BalAccountType] = value => Member<JournalAccountType>(value),
        [JournalField.DocumentType] = value => Member<EntryDocumentType>(value),
        [JournalField.AppliesToDocType] = value => Member<EntryDocumentType>(value),
        [JournalField.GenPostingType] = value => Member<GenPostingType>(value),
        [JournalField.BalGenPostingType] = value => Member<GenPostingType>(value),
        [JournalField.RecurringMethod] = value => Member<RecurringMethod>(value),
        [JournalField.AcceptTolerance] = value => Member<YesNo>(value).ToFlag(),
        [JournalField.AcceptLateDiscount] = value => Member<YesNo>(value).ToFlag(),
    };

    private readonly List<JournalChange> changes = [];

    public List<Problem> Problems { get; } = [];

    public static async Task<JournalLineReader> For(RequestScope scope, IReadOnlyList<Given> bodies)
    {
        var lines = bodies.SelectMany(body => body.ChildrenOf(DimensionSetLines.Set)).ToList();
        return new(
            await JournalReferences.Load(scope, bodies),
            lines.Count > 0 ? await GivenDimensions.Load(scope, lines) : new()
        );
    }

    /// <summary>The changes of one body. Problems are collected, each with its field.</summary>
    public GivenJournalLine Read(Given given)
    {
        changes.Clear();
        Account(given, ("accountId", "accountType", "accountNumber"));
        Account(given, ("balancingAccountId", "balanceAccountType", "balancingAccountNumber"));
        foreach (var value in given.Values)
            if (JournalFieldNames.Find(value.Name) is { } field)
                Take(field, value);
        var typed = DimensionLines.Shortcuts(given).ToList();
        foreach (var line in given.ChildrenOf(DimensionSetLines.Set))
            if (dimensions.Read(line, Problems) is { } change)
                typed.Add(change);
        return new([.. changes], typed);
    }

    /// <summary>A payment: its party by id or number, and the invoice that it pays (API-J-3).
    /// </summary>
    public GivenJournalLine Read(Given given, PaymentSide side)
    {
        changes.Clear();
        Party(given, side);
        Invoice(given, side);
        foreach (var value in given.Values)
            if (JournalFieldNames.Find(value.Name) is { } field)
                Take(field, value);
        return new([.. changes], []);
    }

    private void Party(Given given, PaymentSide side)
    {
        var number = given.Text(side.Names.PartyNumber);
        if (given.Id(side.Names.PartyId) is not { } id || (id == Guid.Empty && number?.Length > 0))
        {
            if (number is not null)
                changes.Add(new(JournalField.AccountNo, number));
            return;
        }
        if (id == Guid.Empty)
            changes.Add(new(JournalField.AccountNo, ""));
        else if (references.Account(id) is not { } found || found.Type != side.AccountType)
            Refuse(EditCodes.Unknown, side.Names.PartyId, id.ToString());
        else if (number is { Length: > 0 } && number != found.No)
            Refuse(ApiProblems.Pair, $"{side.Names.PartyId}, {side.Names.PartyNumber}", number);
        else
            changes.Add(new(JournalField.AccountNo, found.No));
    }

    private void Invoice(Given given, PaymentSide side)
    {
        const string byId = "appliesToInvoiceId";
        const string byNumber = "appliesToInvoiceNumber";
        var number = given.Text(byNumber);
        var id = given.Id(byId);
        if (id is { } known && known != Guid.Empty)
        {
            if (references.Invoice(known, side.Names.Direction) is not { } found)
                Refuse(EditCodes.Unknown, byId, known.ToString());
            else if (number is { Length: > 0 } && number != found)
                Refuse(ApiProblems.Pair, $"{byId}, {byNumber}", number);
            else
                number = found;
        }
        else if (id is not null)
            number ??= "";
        if (number is null)
            return;
        if (number.Length > 0)
            changes.Add(new(JournalField.AppliesToDocType, EntryDocumentType.Invoice));
        changes.Add(new(JournalField.AppliesToDocNo, number));
    }

    private void Account(Given given, (string Id, string Type, string Number) names)
    {
        if (given.Id(names.Id) is not { } id)
            return;
        var isBalancing = names.Id == "balancingAccountId";
        var typeField = isBalancing ? JournalField.BalAccountType : JournalField.AccountType;
        var noField = isBalancing ? JournalField.BalAccountNo : JournalField.AccountNo;
        var number = given.Text(names.Number);
        if (id == Guid.Empty)
        {
            if (number is not { Length: > 0 })
                changes.Add(new(noField, ""));
        }
        else if (references.Account(id) is not { } found)
            Refuse(EditCodes.Unknown, names.Id, id.ToString());
        else if (number is { Length: > 0 } && number != found.No)
            Refuse(ApiProblems.Pair, $"{names.Id}, {names.Number}", number);
        else if (given.Value<JournalAccountType>(names.Type) is { } type && type != found.Type)
            Refuse(ApiProblems.Pair, $"{names.Id}, {names.Type}", $"{type}");
        else
        {
            changes.Add(new(typeField, found.Type));
            changes.Add(new(noField, found.No));
        }
    }

    private void Take(JournalField field, GivenValue given)
    {
        if (changes.Any(change => change.Field == field))
            return;
        if (!Typed.TryGetValue(field, out var read))
            changes.Add(new(field, HeaderReader.Typed(given.Value)));
        else if (read(given.Value) is { } value)
            changes.Add(new(field, value));
        else if (field is JournalField.AcceptTolerance or JournalField.AcceptLateDiscount)
            changes.Add(new(field, null));
        else
            Refuse(EditCodes.Unknown, given.Name, $"{given.Value}");
    }

    // Members of the contract that Handel keeps no accounts of: assets, employees.
    private static object? Member<T>(object value)
        where T : struct, Enum =>
        Enum.IsDefined((T)Enum.ToObject(typeof(T), value)) ? Enum.ToObject(typeof(T), value) : null;

    private void Refuse(string code, string field, string value) =>
        Problems.Add(new(code, new RecordRef(JournalLine.Entity, ""), field, value));
}

/// <summary>An answer that may be left to the rule of the company (DSC-40).</summary>
internal enum YesNo
{
    None = 0,
    Yes = 1,
    No = 2,
}

internal static class YesNoAnswers
{
    public static object? ToFlag(this object? answer) =>
        answer switch
        {
            YesNo.Yes => true,
            YesNo.No => false,
            _ => null,
        };
}
