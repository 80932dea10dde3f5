using Handel.Kernel;

namespace Handel.Ledgers.Parties;

/// <summary>The fields of a posted entry that a user may change (ENT-20).</summary>
public enum EntryField : short
{
    DueDate,
    PmtDiscountDate,
    PmtDiscToleranceDate,
    RemainingPmtDiscPossible,
    MaxPaymentTolerance,
    OnHold,
    AppliesToId,
    AmountToApply,
    PaymentMethodCode,
    MessageToRecipient,
    PromisedPayDate,
    DisputeStatus,
    PaymentReference,
}

/// <summary>
/// One change of one field of a posted entry: who, when, from, to (AUD-06). Values are text in
/// invariant form; a blank date is blank text.
/// </summary>
public sealed record EntryEdit
{
    public required int CompanyNo { get; init; }

    /// <summary>Counts up; a later change of the same field has a higher number.</summary>
    public required int EditNo { get; init; }
    public required Direction Direction { get; init; }
    public required int EntryNo { get; init; }
    public required EntryField Field { get; init; }
    public required string OldValue { get; init; }
    public required string NewValue { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required string UserName { get; init; }
}
