using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Finance;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Parties;

namespace Handel.Api.Finance;

/// <summary>
/// The few fields of a posted entry that users may change, and the log of such changes (ENT-20,
/// AUD-06).
/// </summary>
internal static class PartyEntryEdits
{
    private const int HoldLength = 20;
    private const int MarkLength = 20;
    private const int MessageLength = 100;

    // By the name that the API gives the field.
    private static readonly Dictionary<string, EntryField> Fields = new(StringComparer.Ordinal)
    {
        ["dueDate"] = EntryField.DueDate,
        ["paymentDiscountDate"] = EntryField.PmtDiscountDate,
        ["paymentDiscountToleranceDate"] = EntryField.PmtDiscToleranceDate,
        ["remainingPaymentDiscountPossible"] = EntryField.RemainingPmtDiscPossible,
        ["maxPaymentTolerance"] = EntryField.MaxPaymentTolerance,
        ["onHold"] = EntryField.OnHold,
        ["appliesToId"] = EntryField.AppliesToId,
        ["amountToApply"] = EntryField.AmountToApply,
        ["paymentMethodCode"] = EntryField.PaymentMethodCode,
        ["messageToRecipient"] = EntryField.MessageToRecipient,
        ["promisedPayDate"] = EntryField.PromisedPayDate,
        ["disputeStatus"] = EntryField.DisputeStatus,
        ["paymentReference"] = EntryField.PaymentReference,
    };

    public static Resource<PartyEntry> On(Resource<PartyEntry> resource, SideNames side) =>
        resource
            .Field("dueDate", e => e.DueDate, Access.ReadWrite)
            .Field("paymentDiscountDate", e => e.PmtDiscountDate, Access.ReadWrite)
            .Field("paymentDiscountToleranceDate", e => e.PmtDiscToleranceDate, Access.ReadWrite)
            .Field(
                "remainingPaymentDiscountPossible",
                e => e.RemainingPmtDiscPossible,
                Access.ReadWrite
            )
            .Field("maxPaymentTolerance", e => e.MaxPaymentTolerance, Access.ReadWrite)
            .Field("onHold", e => e.OnHold, Access.ReadWrite, HoldLength)
            .Field("appliesToId", e => e.AppliesToId, Access.ReadWrite, MarkLength)
            .Field("amountToApply", e => e.AmountToApply, Access.ReadWrite)
            .Field("paymentMethodCode", e => e.PaymentMethodCode, Access.ReadWrite, MarkLength)
            .Field("messageToRecipient", e => e.MessageToRecipient, Access.ReadWrite, MessageLength)
            .Field("promisedPayDate", e => e.PromisedPayDate, Access.ReadWrite)
            .Field("disputeStatus", e => e.DisputeStatus, Access.ReadWrite, MessageLength)
            .Field("paymentReference", e => e.PaymentReference, Access.ReadWrite, MessageLength)
            .Update((scope, id, given) => Update(scope, side, id, given));

    public static Resource Log(SideNames side) =>
        Resource
            .Extension(
                $"{side.Party}LedgerEntryEdits",
                $"{side.Party}LedgerEntryEdit",
                scope => side.EditRows(scope)
            )
            .EntryId(EntryLedger.EntryEdit, edit => edit.EditNo)
            .Field("number", edit => edit.EditNo)
            .EntryId(side.EntryLedger, edit => edit.EntryNo, $"{side.Party}LedgerEntryId")
            .Field($"{side.Party}LedgerEntryNumber", edit => edit.EntryNo)
            .Mapped<EntryField, string>(
                "field",
                edit => edit.Field,
                field => Fields.First(pair => pair.Value == field).Key,
                name => Fields.TryGetValue(name, out var field) ? field : null
            )
            .Field("oldValue", edit => edit.OldValue)
            .Field("newValue", edit => edit.NewValue)
            .Field("changedDateTime", edit => edit.ChangedAt)
            .Field("userId", edit => edit.UserName)
            .ETag(edit => edit.EditNo);

    private static async Task<WriteOutcome> Update(
        RequestScope scope,
        SideNames side,
        Guid id,
        Given given
    )
    {
        var entryNo = EntryIds.NumberOf(id, side.EntryLedger, scope.CompanyNo) ?? 0;
        var edit = new EditPosted(side.Direction, entryNo)
        {
            Today = scope.Today(),
            Changes =
            [
                .. given.Values.Select(value => new EntryChange(
                    Fields[value.Name],
                    // An empty date of the wire is no date.
                    value.Value
                        is DateOnly date
                    && date == default
                        ? null
                        : value.Value
                )),
            ],
        };
        var outcome = await scope.Post(new EditEntry(edit) { UserName = scope.UserName() });
        return outcome.IsRefused
            ? WriteOutcome.Refused([.. outcome.Problems.Select(Named)])
            : WriteOutcome.Done(id);
    }

    // The core names its own field; callers know it by the name of the API.
    private static Problem Named(Problem problem) =>
        problem.Code == ProblemCodes.EntryEdit
        && Enum.TryParse<EntryField>(problem.Field, ignoreCase: true, out var field)
            ? problem with
            {
                Field = Fields.First(pair => pair.Value == field).Key,
            }
            : problem;
}
