using System.Buffers.Binary;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Sealing;

/// <summary>Who posted where and when, and the hash of the register before (D3).</summary>
public sealed record SealContext(
    int CompanyNo,
    DateTimeOffset PostedAt,
    string UserName,
    byte[] PreviousHash
);

/// <summary>
/// Chains postings by SHA-256: each register's hash covers the register before it, its own facts
/// and the facts of all its entries (D3, AUD-01). The writer seals with <see cref="Of"/>; whoever
/// verifies feeds stored rows to the same instance methods: ledgers in the order of the methods
/// below, entries by number. One instance serves many registers, one after the other.
/// </summary>
public sealed class RegisterSeal : IDisposable
{
    public const int HashBytes = 32;

    /// <summary>Of the canonical form; leads what is hashed.</summary>
    public const byte Version = 5;

    private readonly CanonicalWriter _writer = new();
    private readonly List<byte> _checksums = [];

    /// <summary>The hash before the first register.</summary>
    public static byte[] Genesis => new byte[HashBytes];

    /// <summary>The register of a posting, with its hash.</summary>
    /// <param name="posting">Its numbers are the last ones given.</param>
    /// <param name="after">The counters as the posting left them.</param>
    public GlRegister Of(Posting posting, LedgerCounters after, SealContext context)
    {
        var register = Unsealed(posting, after, context);
        Begin(register);
        posting.GlEntries.ForEach(Add);
        posting.VatEntries.ForEach(Add);
        // A journal may have both on one document; who verifies reads one ledger after the other.
        foreach (var entry in posting.PartyEntries.OrderBy(entry => entry.Direction))
            Add(entry);
        foreach (var detail in posting.PartyDetails.OrderBy(detail => detail.Direction))
            Add(detail);
        posting.ItemEntries.ForEach(Add);
        posting.ValueEntries.ForEach(Add);
        posting.ItemApplications.ForEach(Add);
        posting.BankEntries.ForEach(Add);
        posting.VatCorrections.ForEach(Add);
        return register with { Checksums = Checksums, Hash = Finish() };
    }

    /// <summary>Starts a register: its facts and the hash of the one before.</summary>
    public void Begin(GlRegister register)
    {
        _writer.Form = (byte)register.SealVersion;
        _writer.Write(_writer.Form);
        _writer.Write(register.PreviousHash);
        _writer.Write(register.CompanyNo);
        _writer.Write(register.RegisterNo);
        _writer.Write(Microseconds(register.PostedAt));
        _writer.Write(register.UserName);
        _writer.Write(register.SourceCode);
        _writer.Write(register.PostingDate);
        _writer.Write(register.DocumentNo);
        WriteRanges(register);
        _writer.Write(register.DebitTotal);
        if (_writer.Form < 2)
            return;
        _writer.Write(register.BankFrom);
        _writer.Write(register.BankTo);
        _writer.Write(register.JournalBatchName);
        _writer.Write(register.PostedWithRegisterNo);
        _writer.Write(register.ReversesRegisterNo);
        if (_writer.Form < 3)
            return;
        _writer.Write(register.VatCorrectionFrom);
        _writer.Write(register.VatCorrectionTo);
    }

    public void Add(GlEntry entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    public void Add(VatEntry entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    /// <summary>Customers before vendors; within each by number.</summary>
    public void Add(PartyEntry entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    /// <summary>Customers before vendors; within each by number.</summary>
    public void Add(PartyDetail entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    public void Add(ItemEntry entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    public void Add(ValueEntry entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    public void Add(ItemApplication entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    public void Add(BankEntry entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    public void Add(VatCorrection entry)
    {
        _writer.BeginEntry();
        _writer.Write(entry);
        Check(_writer.EndEntry());
    }

    /// <summary>
    /// Four bytes of check for each entry added since the register was begun, in that order: the
    /// hash proves that something was changed, these name it.
    /// </summary>
    public byte[] Checksums => [.. _checksums];

    /// <summary>The hash of the register that was begun.</summary>
    public byte[] Finish()
    {
        _checksums.Clear();
        return _writer.Finish();
    }

    private void Check(uint checksum)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, checksum);
        _checksums.AddRange(bytes);
    }

    public void Dispose() => _writer.Dispose();

    private static GlRegister Unsealed(Posting posting, LedgerCounters after, SealContext context)
    {
        var side = PartyRanges.Of(posting);
        return new()
        {
            CompanyNo = context.CompanyNo,
            RegisterNo = posting.RegisterNo,
            PostedAt = WholeMicroseconds(context.PostedAt),
            UserName = context.UserName,
            SourceCode = posting.SourceCode,
            PostingDate = posting.PostingDate,
            DocumentNo = posting.DocumentNo,
            JournalBatchName = posting.JournalBatchName,
            PostedWithRegisterNo =
                posting.PostedWithRegisterNo == 0
                    ? posting.RegisterNo
                    : posting.PostedWithRegisterNo,
            ReversesRegisterNo = posting.ReversesRegisterNo,
            SealVersion = Version,
            BankFrom = after.Bank - posting.BankEntries.Count + 1,
            BankTo = after.Bank,
            VatCorrectionFrom = after.VatCorrection - posting.VatCorrections.Count + 1,
            VatCorrectionTo = after.VatCorrection,
            GlFrom = after.Gl - posting.GlEntries.Count + 1,
            GlTo = after.Gl,
            VatFrom = after.Vat - posting.VatEntries.Count + 1,
            VatTo = after.Vat,
            CustomerFrom = after.Customer - side.Customers + 1,
            CustomerTo = after.Customer,
            CustomerDetailFrom = after.CustomerDetail - side.CustomerDetails + 1,
            CustomerDetailTo = after.CustomerDetail,
            VendorFrom = after.Vendor - side.Vendors + 1,
            VendorTo = after.Vendor,
            VendorDetailFrom = after.VendorDetail - side.VendorDetails + 1,
            VendorDetailTo = after.VendorDetail,
            ItemFrom = after.Item - posting.ItemEntries.Count + 1,
            ItemTo = after.Item,
            ValueFrom = after.Value - posting.ValueEntries.Count + 1,
            ValueTo = after.Value,
            ApplicationFrom = after.ItemApplication - posting.ItemApplications.Count + 1,
            ApplicationTo = after.ItemApplication,
            DebitTotal = posting.GlEntries.Sum(entry => entry.DebitAmount),
            PreviousHash = context.PreviousHash,
            Hash = [],
        };
    }

    private void WriteRanges(GlRegister register)
    {
        _writer.Write(register.GlFrom);
        _writer.Write(register.GlTo);
        _writer.Write(register.VatFrom);
        _writer.Write(register.VatTo);
        _writer.Write(register.CustomerFrom);
        _writer.Write(register.CustomerTo);
        _writer.Write(register.CustomerDetailFrom);
        _writer.Write(register.CustomerDetailTo);
        _writer.Write(register.VendorFrom);
        _writer.Write(register.VendorTo);
        _writer.Write(register.VendorDetailFrom);
        _writer.Write(register.VendorDetailTo);
        _writer.Write(register.ItemFrom);
        _writer.Write(register.ItemTo);
        _writer.Write(register.ValueFrom);
        _writer.Write(register.ValueTo);
        _writer.Write(register.ApplicationFrom);
        _writer.Write(register.ApplicationTo);
    }

    // PostgreSQL keeps microseconds: what is stored must hash as what was sealed.
    private static DateTimeOffset WholeMicroseconds(DateTimeOffset at) =>
        new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    private static long Microseconds(DateTimeOffset at) =>
        at.UtcTicks / TimeSpan.TicksPerMicrosecond;
}
