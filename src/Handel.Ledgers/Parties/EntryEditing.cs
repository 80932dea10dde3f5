using System.Globalization;
using Handel.Kernel;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Parties;

/// <summary>A field with its new value: a date (or null), an amount, or a text.</summary>
public sealed record EntryChange(EntryField Field, object? Value);

/// <summary>The command: change fields of a posted entry (ENT-20).</summary>
public sealed record EditPosted(Direction Direction, int EntryNo)
{
    public required IReadOnlyList<EntryChange> Changes { get; init; }

    /// <summary>
    /// Decides which discount is left out when an amount to apply is proposed (APP-06).
    /// </summary>
    public required DateOnly Today { get; init; }
}

/// <summary>Who changes an entry, and when, for the log.</summary>
public sealed record EditedBy(string UserName, DateTimeOffset At);

/// <summary>
/// Changes the few fields of a posted entry that may be changed, and logs each change (ENT-20,
/// AUD-06). Amounts stay within what is left of the entry.
/// </summary>
public static class EntryEditing
{
    private static readonly EntryField[] Descriptive =
    [
        EntryField.OnHold,
        EntryField.MessageToRecipient,
        EntryField.PromisedPayDate,
        EntryField.DisputeStatus,
        EntryField.PaymentReference,
    ];

    /// <summary>Adds what must be known.</summary>
    public static void AddNeeds(BooksNeeds needs, EditPosted command)
    {
        needs.PartyEntries.Add((command.Direction, command.EntryNo));
        needs.EntryEdits = true;
    }

    /// <summary>
    /// The log of what changed, empty where nothing did. The books are a fork: they hold the entry
    /// as it is then.
    /// </summary>
    public static IReadOnlyList<EntryEdit> Plan(
        EditPosted command,
        EditedBy by,
        Books books,
        List<Problem> problems
    )
    {
        var record = EntryApplication.RecordOf(command.Direction, command.EntryNo);
        if (!books.PartyEntries.TryGet((command.Direction, command.EntryNo), out var before))
        {
            problems.Add(Refusal(record, "", "missing"));
            return [];
        }
        // A mark comes before the amount that goes with it.
        var changes = command.Changes.OrderBy(change => change.Field).ToList();
        var entry = before;
        foreach (var change in changes)
        {
            var reason = ReasonAgainst(change, entry, books);
            if (reason.Length > 0)
                problems.Add(Refusal(record, NameOf(change.Field), reason));
            else
                entry = Changed(entry, change, command.Today);
        }
        if (problems.Count > 0 || entry == before)
            return [];
        books.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;
        return
        [
            .. Enum.GetValues<EntryField>()
                .Where(field => TextOf(before, field) != TextOf(entry, field))
                .Select(field =>
                    Edit(before, entry, field) with
                    {
                        EditNo = ++books.LastEntryEditNo,
                        UserName = by.UserName,
                        ChangedAt = by.At,
                    }
                ),
        ];
    }

    /// <summary>
    /// What is proposed when an entry is marked: all that is left, less the discount that a payment
    /// on that day would earn (APP-06).
    /// </summary>
    public static decimal ProposedAmount(PartyEntry entry, DateOnly date) =>
        entry.PmtDiscountDate is { } until && date <= until
            ? entry.RemainingAmount - entry.RemainingPmtDiscPossible
            : entry.RemainingAmount;

    /// <summary>The value of a field as text in invariant form.</summary>
    public static string TextOf(PartyEntry entry, EntryField field) =>
        field switch
        {
            EntryField.DueDate => Text(entry.DueDate),
            EntryField.PmtDiscountDate => Text(entry.PmtDiscountDate),
            EntryField.PmtDiscToleranceDate => Text(entry.PmtDiscToleranceDate),
            EntryField.RemainingPmtDiscPossible => Text(entry.RemainingPmtDiscPossible),
            EntryField.MaxPaymentTolerance => Text(entry.MaxPaymentTolerance),
            EntryField.OnHold => entry.OnHold,
            EntryField.AppliesToId => entry.AppliesToId,
            EntryField.AmountToApply => Text(entry.AmountToApply),
            EntryField.PaymentMethodCode => entry.PaymentMethodCode,
            EntryField.MessageToRecipient => entry.MessageToRecipient,
            EntryField.PromisedPayDate => Text(entry.PromisedPayDate),
            EntryField.DisputeStatus => entry.DisputeStatus,
            EntryField.PaymentReference => entry.PaymentReference,
            _ => throw new InvalidOperationException($"Unknown field {field}."),
        };

    private static EntryEdit Edit(PartyEntry before, PartyEntry after, EntryField field) =>
        new()
        {
            CompanyNo = after.CompanyNo,
            EditNo = 0,
            Direction = after.Direction,
            EntryNo = after.EntryNo,
            Field = field,
            OldValue = TextOf(before, field),
            NewValue = TextOf(after, field),
            ChangedAt = default,
            UserName = "",
        };

    private static string ReasonAgainst(EntryChange change, PartyEntry entry, Books books)
    {
        if (!entry.IsOpen && !Descriptive.Contains(change.Field))
            return "closed";
        return change.Field switch
        {
            EntryField.DueDate => change.Value is null ? "empty" : "",
            EntryField.PmtDiscountDate
            or EntryField.PmtDiscToleranceDate
            or EntryField.OnHold
            or EntryField.MessageToRecipient
            or EntryField.PromisedPayDate
            or EntryField.DisputeStatus
            or EntryField.PaymentReference => "",
            EntryField.RemainingPmtDiscPossible or EntryField.MaxPaymentTolerance => IsWithin(
                (decimal)change.Value!,
                entry
            )
                ? ""
                : "amount",
            EntryField.AppliesToId => MayMark(entry, (string)change.Value!) ? "" : "marked",
            EntryField.AmountToApply => !IsWithin((decimal)change.Value!, entry) ? "amount"
            : entry.AppliesToId.Length == 0 && (decimal)change.Value! != 0m ? "unmarked"
            : "",
            EntryField.PaymentMethodCode => IsKnown((string)change.Value!, books) ? "" : "unknown",
            _ => throw new InvalidOperationException($"Unknown field {change.Field}."),
        };
    }

    private static PartyEntry Changed(PartyEntry entry, EntryChange change, DateOnly today) =>
        change.Field switch
        {
            EntryField.DueDate => entry with { DueDate = (DateOnly)change.Value! },
            EntryField.PmtDiscountDate => entry with { PmtDiscountDate = (DateOnly?)change.Value },
            EntryField.PmtDiscToleranceDate => entry with
            {
                PmtDiscToleranceDate = (DateOnly?)change.Value,
            },
            EntryField.RemainingPmtDiscPossible => entry with
            {
                RemainingPmtDiscPossible = (decimal)change.Value!,
            },
            EntryField.MaxPaymentTolerance => entry with
            {
                MaxPaymentTolerance = (decimal)change.Value!,
            },
            EntryField.OnHold => entry with { OnHold = (string)change.Value! },
            EntryField.AppliesToId => Marked(entry, (string)change.Value!, today),
            EntryField.AmountToApply => entry with { AmountToApply = (decimal)change.Value! },
            EntryField.PaymentMethodCode => entry with
            {
                PaymentMethodCode = (string)change.Value!,
            },
            EntryField.MessageToRecipient => entry with
            {
                MessageToRecipient = (string)change.Value!,
            },
            EntryField.PromisedPayDate => entry with { PromisedPayDate = (DateOnly?)change.Value },
            EntryField.DisputeStatus => entry with { DisputeStatus = (string)change.Value! },
            EntryField.PaymentReference => entry with { PaymentReference = (string)change.Value! },
            _ => throw new InvalidOperationException($"Unknown field {change.Field}."),
        };

    // APP-06: a mark proposes the amount, and takes it along when it goes.
    private static PartyEntry Marked(PartyEntry entry, string id, DateOnly today) =>
        entry with
        {
            AppliesToId = id,
            AmountToApply = id.Length == 0 ? 0m : ProposedAmount(entry, today),
        };

    private static bool MayMark(PartyEntry entry, string id) =>
        entry.AppliesToId.Length == 0 || id.Length == 0 || entry.AppliesToId == id;

    private static bool IsWithin(decimal amount, PartyEntry entry) =>
        amount * entry.RemainingAmount >= 0m && Math.Abs(amount) <= Math.Abs(entry.RemainingAmount);

    private static bool IsKnown(string code, Books books) =>
        code.Length == 0 || books.Setup.PaymentMethods.ContainsKey(code);

    private static string NameOf(EntryField field) =>
        char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];

    private static Problem Refusal(RecordRef record, string field, string reason) =>
        new(ProblemCodes.EntryEdit, record, field)
        {
            Args = new Dictionary<string, string> { ["reason"] = reason },
        };

    private static string Text(DateOnly? date) =>
        date?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private static string Text(decimal amount) =>
        amount.ToString("0.#####", CultureInfo.InvariantCulture);
}
