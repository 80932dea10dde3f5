using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>
/// Posting groups of customers and of vendors, and those that may stand in for them (PG-05, PG-06,
/// PG-09).
/// </summary>
internal static class PartyGroupResources
{
    private const int CodeLength = SetupFields.CodeLength;
    private const int TextLength = 100;
    private const string Alternative = "alternativePostingGroup";

    public static IEnumerable<Resource> All() =>
        SideNames.Both.SelectMany(side => new[] { Groups(side), Alternatives(side) });

    private static Resource Groups(SideNames side)
    {
        var resource = Resource
            .Extension(side.PostingGroups, side.PostingGroups[..^1], side.GroupRows)
            .Field("id", g => g.Id)
            .Field("code", g => g.Code, Access.ReadWrite, CodeLength)
            .Field("description", g => g.Description, Access.ReadWrite, TextLength)
            .AccountField(side.ControlAccount, g => g.ControlAccount)
            .AccountField("serviceChargeAccount", g => g.ServiceChargeAccount)
            .AccountField("invoiceRoundingAccount", g => g.InvoiceRoundingAccount)
            .AccountField("paymentDiscountDebitAccount", g => g.PaymentDiscDebitAccount)
            .AccountField("paymentDiscountCreditAccount", g => g.PaymentDiscCreditAccount)
            .AccountField("paymentToleranceDebitAccount", g => g.PaymentToleranceDebitAccount)
            .AccountField("paymentToleranceCreditAccount", g => g.PaymentToleranceCreditAccount)
            .AccountField("debitRoundingAccount", g => g.DebitRoundingAccount)
            .AccountField("creditRoundingAccount", g => g.CreditRoundingAccount)
            .AccountField("applicationRoundingDebitAccount", g => g.ApplnRoundingDebitAccount)
            .AccountField("applicationRoundingCreditAccount", g => g.ApplnRoundingCreditAccount)
            .Field("lastModifiedDateTime", g => g.ModifiedAt)
            .ETag(g => g.Version);
        return Writes(side).On(resource);
    }

    private static RowWrites<PartyPostingGroup> Writes(SideNames side) =>
        new RowWrites<PartyPostingGroup>(side.PostingGroups)
            .Key(
                "code",
                g => g.Code,
                (edit, code) => side.GroupRows(edit.Scope).Where(g => g.Code == code)
            )
            .Start(edit => edit.Row.Direction = side.Direction)
            .Set<string>("code", (g, code) => g.Code = code)
            .Set<string>("description", (g, text) => g.Description = text)
            .Account(side.ControlAccount, (g, no) => g.ControlAccount = no)
            .Account("serviceChargeAccount", (g, no) => g.ServiceChargeAccount = no)
            .Account("invoiceRoundingAccount", (g, no) => g.InvoiceRoundingAccount = no)
            .Account("paymentDiscountDebitAccount", (g, no) => g.PaymentDiscDebitAccount = no)
            .Account("paymentDiscountCreditAccount", (g, no) => g.PaymentDiscCreditAccount = no)
            .Account("paymentToleranceDebitAccount", (g, no) => g.PaymentToleranceDebitAccount = no)
            .Account(
                "paymentToleranceCreditAccount",
                (g, no) => g.PaymentToleranceCreditAccount = no
            )
            .Account("debitRoundingAccount", (g, no) => g.DebitRoundingAccount = no)
            .Account("creditRoundingAccount", (g, no) => g.CreditRoundingAccount = no)
            .Account("applicationRoundingDebitAccount", (g, no) => g.ApplnRoundingDebitAccount = no)
            .Account(
                "applicationRoundingCreditAccount",
                (g, no) => g.ApplnRoundingCreditAccount = no
            )
            .NamedNowhere(g => g.Code);

    private static Resource Alternatives(SideNames side) =>
        new RowWrites<AlternativePostingGroup>(side.AlternativeGroups)
            .Key(
                Alternative,
                a => $"{a.PostingGroup} {a.AlternativeGroup}".Trim(),
                (edit, _) =>
                    side.AlternativeRows(edit.Scope)
                        .Where(a =>
                            a.PostingGroup == edit.Row.PostingGroup
                            && a.AlternativeGroup == edit.Row.AlternativeGroup
                        )
            )
            .Start(edit => edit.Row.Direction = side.Direction)
            .SetWith(
                side.PostingGroup,
                Taking(side, side.PostingGroup, (a, g) => a.PostingGroup = g)
            )
            .SetWith(Alternative, Taking(side, Alternative, (a, g) => a.AlternativeGroup = g))
            .Needs(side.PostingGroup, a => a.PostingGroup)
            .Needs(Alternative, a => a.AlternativeGroup)
            .Check(FindItself)
            .On(
                Resource
                    .Extension(
                        side.AlternativeGroups,
                        side.AlternativeGroups[..^1],
                        side.AlternativeRows
                    )
                    .Field("id", a => a.Id)
                    .Field(side.PostingGroup, a => a.PostingGroup, Access.ReadWrite, CodeLength)
                    .Field(Alternative, a => a.AlternativeGroup, Access.ReadWrite, CodeLength)
                    .Field("lastModifiedDateTime", a => a.ModifiedAt)
                    .ETag(a => a.Version)
                    .OrderedBy(side.PostingGroup, Alternative)
            );

    // A code names a group of customers and one of vendors.
    private static Func<RowEdit<AlternativePostingGroup>, object, Task> Taking(
        SideNames side,
        string field,
        Action<AlternativePostingGroup, string> write
    ) =>
        async (edit, value) =>
        {
            var code = (string)value;
            var groups = side.GroupRows(edit.Scope);
            if (code.Length == 0 || await groups.AnyAsync(g => g.Code == code, edit.Scope.Aborted))
                write(edit.Row, code);
            else
                edit.Refuse(EditCodes.Unknown, field, code);
        };

    private static Task FindItself(RowEdit<AlternativePostingGroup> edit)
    {
        if (edit.Row.PostingGroup.Length > 0 && edit.Row.PostingGroup == edit.Row.AlternativeGroup)
            edit.Refuse(EditCodes.Range, Alternative, edit.Row.AlternativeGroup);
        return Task.CompletedTask;
    }
}
