using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Shell;
using Handel.Ledgers.Journals;

namespace Handel.Api.Journals;

/// <summary>
/// The lines of journals: those properties that the contract has, and all of them on the extension
/// (API-J-2, C6).
/// </summary>
internal static class JournalLineFields
{
    public const string Set = "journalLines";
    private const int CodeLength = 20;
    private const int AccountLength = 50;
    private const int MessageLength = 140;

    public static Resource Standard() =>
        Bind(Resource.Of(Set, Rows))
            .Create(JournalLineWrites.CreateStandard)
            .CreatesWith(DimensionSetLines.Set)
            .Update(JournalLineWrites.UpdateStandard)
            .Delete(JournalLineWrites.Delete);

    public static Resource Extension()
    {
        var resource = Bind(Resource.Extension(Set, Set[..^1], Rows, like: Set));
        Documents(resource);
        Amounts(resource);
        Vat(resource);
        Application(resource);
        Recurring(resource);
        return LineEntries
            .On(resource)
            .Shortcuts(l => l.DimensionSetId, Access.ReadWrite)
            .Create(JournalLineWrites.Create)
            .CreatesWith(DimensionSetLines.Set)
            .Update(JournalLineWrites.Update)
            .Delete(JournalLineWrites.Delete)
            .Action(new ActionShape(VoidExport), JournalLineWrites.VoidExport);
    }

    private const string VoidExport = "voidExport";

    /// <summary>Lines of batches; those of standard and posted journals lie elsewhere.</summary>
    public static IQueryable<JournalLine> Rows(RequestScope scope)
    {
        var batches = scope.Rows<JournalBatch>();
        return scope
            .Rows<JournalLine>()
            .Where(line => batches.Any(batch => batch.Id == line.BatchId));
    }

    private static Resource<JournalLine> Bind(Resource<JournalLine> resource) =>
        Common(resource)
            .Field("accountType", l => l.AccountType)
            .AccountId("accountId", l => l.AccountType, l => l.AccountNo)
            .Field("accountNumber", l => l.AccountNo)
            .Field("taxCode", l => l.Vat.VatProdPostingGroup)
            .Field("balanceAccountType", l => l.BalAccountType)
            .AccountId("balancingAccountId", l => l.BalAccountType, l => l.BalAccountNo)
            .Field("balancingAccountNumber", l => l.BalAccountNo);

    /// <summary>What lines and payments have in common.</summary>
    public static Resource<JournalLine> Common(Resource<JournalLine> resource) =>
        resource
            .Field("id", l => l.Id)
            .Field("journalId", l => l.BatchId)
            .Field(
                "journalDisplayName",
                (l, s) =>
                    s.Rows<JournalBatch>()
                        .Where(b => b.Id == l.BatchId)
                        .Select(b => b.Name)
                        .FirstOrDefault()
            )
            .Field("lineNumber", l => l.LineNo)
            .Field("postingDate", l => l.PostingDate)
            .Field("documentNumber", l => l.DocumentNo)
            .Field("externalDocumentNumber", l => l.ExternalDocumentNo)
            .Field("amount", l => l.Amount)
            .Field("description", l => l.Description)
            .Field("comment", l => l.Comment)
            .Field("lastModifiedDateTime", l => l.ModifiedAt)
            .ETag(l => l.Version)
            .OrderedBy("lineNumber");

    private static void Documents(Resource<JournalLine> resource)
    {
        Put(resource, "documentDate", l => l.DocumentDate);
        Put(resource, "taxDate", l => l.VatDate);
        Put(resource, "documentType", l => l.DocumentType);
        Code(resource, "postingGroup", l => l.PostingGroup);
        Code(resource, "reasonCode", l => l.ReasonCode);
        Code(resource, "salespersonCode", l => l.SalespersonCode);
        Put(resource, "correction", l => l.IsCorrection);
        Put(resource, "dueDate", l => l.DueDate);
        Code(resource, "paymentTermsCode", l => l.PaymentTermsCode);
        Code(resource, "paymentMethodCode", l => l.PaymentMethodCode);
        resource
            .Field("messageToRecipient", l => l.MessageToRecipient, Access.ReadWrite, MessageLength)
            .Field(
                "recipientBankAccount",
                l => l.RecipientBankAccount,
                Access.ReadWrite,
                AccountLength
            )
            .Field("paymentReference", l => l.PaymentReference, Access.ReadWrite, AccountLength)
            .Field("exportedToPaymentFile", l => l.IsExportedToPaymentFile)
            .Field("onHold", l => l.OnHold, Access.ReadWrite, CodeLength);
    }

    private static void Amounts(Resource<JournalLine> resource)
    {
        Code(resource, "currencyCode", l => l.CurrencyCode);
        Put(resource, "currencyFactor", l => l.CurrencyFactor);
        Put(resource, "debitAmount", l => l.Amount > 0 != l.IsCorrection ? l.Amount : 0m);
        Put(
            resource,
            "creditAmount",
            l => l.Amount != 0 && l.Amount < 0 != l.IsCorrection ? -l.Amount : 0m
        );
        Put(resource, "amountLCY", l => l.AmountLcy);
        // What the line leaves to be balanced by others (JNL-30).
        resource.Field(
            "balanceLCY",
            l => (l.AccountNo != "" ? l.AmountLcy : 0m) - (l.BalAccountNo != "" ? l.AmountLcy : 0m)
        );
        Put(resource, "salesPurchaseLCY", l => l.TurnoverLcy);
        Put(resource, "profitLCY", l => l.ProfitLcy);
        Put(resource, "invoiceDiscountLCY", l => l.InvDiscountLcy);
    }

    private static void Vat(Resource<JournalLine> resource)
    {
        Put(resource, "generalPostingType", l => l.Vat.GenPostingType);
        Code(resource, "generalBusinessPostingGroup", l => l.Vat.GenBusPostingGroup);
        Code(resource, "generalProductPostingGroup", l => l.Vat.GenProdPostingGroup);
        Code(resource, "taxBusinessPostingGroup", l => l.Vat.VatBusPostingGroup);
        resource
            .Field("taxPercent", l => l.Vat.VatPct)
            .Field("taxBaseAmount", l => l.Vat.VatBaseAmount)
            .Field("taxDifference", l => l.Vat.VatDifference);
        Put(resource, "taxAmount", l => l.Vat.VatAmount);
        Put(resource, "balancingGeneralPostingType", l => l.BalVat.GenPostingType);
        Code(resource, "balancingGeneralBusinessPostingGroup", l => l.BalVat.GenBusPostingGroup);
        Code(resource, "balancingGeneralProductPostingGroup", l => l.BalVat.GenProdPostingGroup);
        Code(resource, "balancingTaxBusinessPostingGroup", l => l.BalVat.VatBusPostingGroup);
        Code(resource, "balancingTaxCode", l => l.BalVat.VatProdPostingGroup);
        resource
            .Field("balancingTaxPercent", l => l.BalVat.VatPct)
            .Field("balancingTaxBaseAmount", l => l.BalVat.VatBaseAmount);
        Put(resource, "balancingTaxAmount", l => l.BalVat.VatAmount);
    }

    private static void Application(Resource<JournalLine> resource)
    {
        Put(resource, "appliesToDocumentType", l => l.AppliesToDocType);
        resource
            .Field("appliesToDocumentNumber", l => l.AppliesToDocNo, Access.ReadWrite, CodeLength)
            .Field("appliesToId", l => l.AppliesToId, Access.ReadWrite, AccountLength);
        Put(resource, "paymentDiscountDate", l => l.PmtDiscountDate);
        Put(resource, "paymentDiscountPercent", l => l.PaymentDiscountPct);
        Put(
            resource,
            "acceptPaymentTolerance",
            l =>
                l.AcceptTolerance == null ? YesNo.None
                : l.AcceptTolerance == true ? YesNo.Yes
                : YesNo.No
        );
        Put(
            resource,
            "acceptLateDiscount",
            l =>
                l.AcceptLateDiscount == null ? YesNo.None
                : l.AcceptLateDiscount == true ? YesNo.Yes
                : YesNo.No
        );
    }

    private static void Recurring(Resource<JournalLine> resource)
    {
        Put(resource, "recurringMethod", l => l.RecurringMethod);
        resource.Field(
            "recurringFrequency",
            l => l.RecurringFrequency,
            Access.ReadWrite,
            CodeLength
        );
        Put(resource, "expirationDate", l => l.ExpirationDate);
        resource.Field(
            "allocatedAmount",
            (l, s) => s.Rows<JournalAllocation>().Where(a => a.LineId == l.Id).Sum(a => a.Amount)
        );
        resource.Nav("journalAllocations", "journalAllocation", true, ("id", "journalLineId"));
    }

    private static void Put<T>(
        Resource<JournalLine> resource,
        string name,
        Expression<Func<JournalLine, T>> value
    ) => resource.Field(name, value, Access.ReadWrite);

    private static void Code(
        Resource<JournalLine> resource,
        string name,
        Expression<Func<JournalLine, string>> value
    ) => resource.Field(name, value, Access.ReadWrite, CodeLength);
}
