namespace Handel.Ledgers.Finance;

/// <summary>
/// A run of entry numbers in one ledger; empty when <c>To</c> is below <c>From</c>.
/// </summary>
public readonly record struct EntryRange(int From, int To)
{
    public int Count => Math.Max(0, To - From + 1);

    public bool Contains(int entryNo) => entryNo >= From && entryNo <= To;

    public IEnumerable<int> Numbers => Enumerable.Range(From, Count);
}

/// <summary>
/// One posting: who, when, which entries, and the link of the hash chain (D3, AUD-01). The hash
/// covers the canonical form of the entries and the hash of the register before.
/// </summary>
public sealed record GlRegister
{
    public required int CompanyNo { get; init; }
    public required int RegisterNo { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
    public required string UserName { get; init; }
    public required string SourceCode { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required string DocumentNo { get; init; }

    /// <summary>Blank unless a journal was posted (AUD-01, REV-01).</summary>
    public string JournalBatchName { get; init; } = "";

    /// <summary>
    /// First register of the journal that was posted with it; itself when it came alone (REV-05).
    /// </summary>
    public int PostedWithRegisterNo { get; init; }

    /// <summary>The register that this one undoes, or 0 (REV-03).</summary>
    public int ReversesRegisterNo { get; init; }

    /// <summary>State: the register that undid this one, or 0 (REV-03).</summary>
    public int ReversedByRegisterNo { get; init; }

    /// <summary>
    /// Of the command that was posted, on the first of its registers: a command that comes again
    /// with the same key is known to be done (INV-55). Not sealed: it says nothing of the books.
    /// </summary>
    public Guid? PostingKey { get; init; }

    /// <summary>Form in which its facts were sealed.</summary>
    public short SealVersion { get; init; } = 1;
    public int GlFrom { get; init; }
    public int GlTo { get; init; }
    public int VatFrom { get; init; }
    public int VatTo { get; init; }
    public int CustomerFrom { get; init; }
    public int CustomerTo { get; init; }
    public int CustomerDetailFrom { get; init; }
    public int CustomerDetailTo { get; init; }
    public int VendorFrom { get; init; }
    public int VendorTo { get; init; }
    public int VendorDetailFrom { get; init; }
    public int VendorDetailTo { get; init; }
    public int ItemFrom { get; init; }
    public int ItemTo { get; init; }
    public int ValueFrom { get; init; }
    public int ValueTo { get; init; }
    public int ApplicationFrom { get; init; }
    public int ApplicationTo { get; init; }
    public int BankFrom { get; init; }
    public int BankTo { get; init; }
    public int VatCorrectionFrom { get; init; }
    public int VatCorrectionTo { get; init; }

    /// <summary>LCY total of the debit side; equals the credit side (INV-01).</summary>
    public decimal DebitTotal { get; init; }

    /// <summary>Four bytes for each entry, in sealing order: they name the one changed.</summary>
    public byte[] Checksums { get; init; } = [];
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }
}
