using System.Buffers.Binary;

namespace Handel.Kernel;

/// <summary>A ledger, or what else is numbered like one. The numbers are part of ids.</summary>
public enum EntryLedger : byte
{
    General = 1,
    Vat = 2,
    Customer = 3,
    CustomerDetail = 4,
    Vendor = 5,
    VendorDetail = 6,
    Item = 7,
    Value = 8,
    Application = 9,
    Register = 10,
    Bank = 11,
    VatCorrection = 20,
}

/// <summary>
/// The id of a ledger entry: computed from its key and read back, never stored (decision 0004).
/// A GUID of version 8 that holds company, ledger and entry number in fixed places.
/// </summary>
/// <param name="CompanyNo">The company, greater than zero.</param>
/// <param name="Ledger">The ledger.</param>
/// <param name="EntryNo">The entry number, greater than zero.</param>
public readonly record struct EntryId(int CompanyNo, EntryLedger Ledger, int EntryNo)
{
    private const int LedgerByte = 4;
    private const int VersionByte = 6;
    private const int VariantByte = 8;
    private const int EntryByte = 12;
    private const byte Mark = 0x80;

    /// <summary>The GUID that the API shows.</summary>
    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, CompanyNo);
        bytes[LedgerByte] = (byte)Ledger;
        bytes[VersionByte] = Mark;
        bytes[VariantByte] = Mark;
        BinaryPrimitives.WriteInt32BigEndian(bytes[EntryByte..], EntryNo);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Reads an id back; null for a GUID that is no id of an entry.</summary>
    public static EntryId? FromGuid(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        var id = new EntryId(
            BinaryPrimitives.ReadInt32BigEndian(bytes),
            (EntryLedger)bytes[LedgerByte],
            BinaryPrimitives.ReadInt32BigEndian(bytes[EntryByte..])
        );
        var isKey = id.CompanyNo > 0 && id.EntryNo > 0 && Enum.IsDefined(id.Ledger);
        return isKey && id.ToGuid() == guid ? id : null;
    }
}
