using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// What a line is about: its type and number (API-L1-2, API-L1-3, LIN-01, COA-02).
/// </summary>
internal static class ObjectChoice
{
    public static void SetType(LineChoice at, LineType type)
    {
        if (type is not (LineType.Comment or LineType.GlAccount or LineType.Item))
            at.Refuse(ProblemCodes.LineType, LineField.Type, type);
        else if (HeaderRules.IsHandled(at.Line) && type != at.Line.Type)
            at.Refuse(ProblemCodes.Linked, LineField.Type, type);
        else if (type != at.Line.Type)
        {
            LineReset.Clear(at);
            at.Line.Type = type;
            if (type == LineType.Comment)
                LineQuantity.ClearAll(at.Line);
        }
    }

    public static void SetNo(LineChoice at, string no)
    {
        if (HeaderRules.IsHandled(at.Line) && no != at.Line.No)
        {
            at.Refuse(ProblemCodes.Linked, LineField.No, no);
            return;
        }
        LineReset.Clear(at);
        if (no.Length == 0)
            return;
        Choose(at, no);
    }

    /// <summary>Fills a cleared line from its object, and values it for its quantity.</summary>
    public static void Choose(LineChoice at, string no)
    {
        var isChosen = at.Line.Type switch
        {
            LineType.Item => ItemChoice.Choose(at, no),
            LineType.GlAccount => ChooseAccount(at, no),
            LineType.Comment or LineType.Resource or LineType.Charge => RefuseUnknown(at, no),
            _ => throw new ArgumentOutOfRangeException(nameof(at)),
        };
        if (!isChosen)
            return;
        LineDimensions.FromObject(at);
        if (at.Line.Quantity != 0)
            LineQuantity.Set(at, at.Line.Quantity);
    }

    private static bool ChooseAccount(LineChoice at, string no)
    {
        if (at.Edit.Setup.Accounts.GetValueOrDefault(no) is not { } account)
            return RefuseUnknown(at, no);
        var allVat = LineVat.FullVatOn(at, no);
        if (
            FindUnfit(at, account, isOpen: account.DirectPosting || allVat is not null) is { } unfit
        )
        {
            at.Edit.Refuse(unfit);
            return false;
        }
        var line = at.Line;
        line.No = account.No;
        line.Description = account.Name;
        line.GenProdPostingGroup = account.GenProdPostingGroup;
        // Allow Invoice Disc. starts off on accounts (3.1).
        line.AllowInvoiceDisc = false;
        // VAT-07: an invoice of nothing but VAT stands on the VAT account itself.
        var vatProd = allVat?.VatProdPostingGroup ?? account.VatProdPostingGroup;
        // An account without a group leaves it to the line; posting asks for it (ACC-40).
        return vatProd.Length == 0 || LineVat.Fill(at, vatProd);
    }

    private static Problem? FindUnfit(LineChoice at, GlAccount account, bool isOpen)
    {
        var reason = account switch
        {
            { AccountType: not GlAccountType.Posting } => "accountType",
            { IsBlocked: true } => "blocked",
            _ => isOpen ? "" : "directPosting",
        };
        if (reason.Length == 0)
            return null;
        var problem = at.Problem(EditCodes.NotPostable, LineField.No, account.No);
        return Edit.With(problem, "reason", reason) with { MendedAt = new("accounts", account.No) };
    }

    private static bool RefuseUnknown(LineChoice at, string no)
    {
        at.Refuse(EditCodes.Unknown, LineField.No, no);
        return false;
    }
}
