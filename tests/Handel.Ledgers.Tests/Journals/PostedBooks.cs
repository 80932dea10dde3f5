using Handel.Ledgers.Finance;
using Handel.Ledgers.Reversing;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>Lets books know what was posted, as a loader would read it back.</summary>
internal static class PostedBooks
{
    public static void Keep(Books books, Posting posting) =>
        books.Registers[posting.RegisterNo] = new(
            new GlRegister
            {
                CompanyNo = 7,
                RegisterNo = posting.RegisterNo,
                PostedAt = default,
                UserName = "tester",
                SourceCode = posting.SourceCode,
                PostingDate = posting.PostingDate,
                DocumentNo = posting.DocumentNo,
                JournalBatchName = posting.JournalBatchName,
                PostedWithRegisterNo =
                    posting.PostedWithRegisterNo == 0
                        ? posting.RegisterNo
                        : posting.PostedWithRegisterNo,
                ReversesRegisterNo = posting.ReversesRegisterNo,
                ItemFrom = 1,
                ValueFrom = 1,
                PreviousHash = [],
                Hash = [],
            }
        )
        {
            GlEntries = posting.GlEntries,
            VatEntries = posting.VatEntries,
            PartyEntries = posting.PartyEntries,
            PartyDetails = posting.PartyDetails,
            BankEntries = posting.BankEntries,
        };
}
