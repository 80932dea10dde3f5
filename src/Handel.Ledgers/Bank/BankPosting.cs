using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;

namespace Handel.Ledgers.Bank;

/// <summary>A movement of a bank account, beside the facts of the document (ENT-21).</summary>
/// <param name="Account">The account that moves.</param>
/// <param name="GlAccountNo">Ledger account of its posting group (ACC-26).</param>
public sealed record BankTerms(BankAccount Account, string GlAccountNo)
{
    /// <summary>Currency of the bank account (CUR-08); receipt positive.</summary>
    public required decimal Amount { get; init; }
    public required decimal AmountLcy { get; init; }

    /// <summary>Where the money came from or went to.</summary>
    public JournalAccountType BalAccountType { get; init; }
    public string BalAccountNo { get; init; } = "";
}

/// <summary>Bank ledger entries of a document.</summary>
public static class BankPosting
{
    public static BankEntry Entry(
        PostingHeader header,
        BankTerms terms,
        (int RegisterNo, int EntryNo, int GlEntryNo) numbers
    ) =>
        new()
        {
            CompanyNo = header.CompanyNo,
            EntryNo = numbers.EntryNo,
            RegisterNo = numbers.RegisterNo,
            BankAccountNo = terms.Account.No,
            PostingGroup = terms.Account.PostingGroup,
            PostingDate = header.PostingDate,
            DocumentDate = header.DocumentDate,
            DocumentType = header.DocumentType,
            DocumentNo = header.DocumentNo,
            ExternalDocumentNo = header.ExternalDocumentNo,
            Description = header.Description,
            CurrencyCode = terms.Account.CurrencyCode,
            Amount = terms.Amount,
            AmountLcy = terms.AmountLcy,
            BalAccountType = terms.BalAccountType,
            BalAccountNo = terms.BalAccountNo,
            SourceCode = header.SourceCode,
            ReasonCode = header.ReasonCode,
            DimensionSetId = header.DimensionSetId,
            GlEntryNo = numbers.GlEntryNo,
            RemainingAmount = terms.Amount,
            IsOpen = terms.Amount != 0m,
        };
}
