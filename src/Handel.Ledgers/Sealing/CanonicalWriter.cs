using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Handel.Ledgers.Sealing;

/// <summary>
/// Facts as bytes that mean the same on every machine and for ever: integers and days
/// little-endian, text as UTF-8 with its length, decimals without trailing zeros. Feeds a hash in
/// large pieces.
/// </summary>
internal sealed class CanonicalWriter : IDisposable
{
    private const int PieceBytes = 32 * 1024;
    private const int BytesPerCharMax = 3;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(2 * PieceBytes);
    private int _length;
    private int _entryStart;

    /// <summary>Version of the seal: later forms have more facts of an entry.</summary>
    public byte Form { get; set; } = RegisterSeal.Version;

    public void Write(byte value) => Take(1)[0] = value;

    public void Write(bool value) => Write(value ? (byte)1 : (byte)0);

    public void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Write(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void Write(DateOnly value) => Write(value.DayNumber);

    public void Write(DateOnly? value) => Write(value?.DayNumber ?? -1);

    public void Write(string value)
    {
        if (value.Length == 0)
        {
            Write(0);
            return;
        }
        var bytes = Reserve(4 + value.Length * BytesPerCharMax);
        var count = Encoding.UTF8.GetBytes(value, bytes[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, count);
        _length += 4 + count;
    }

    public void Write(ReadOnlySpan<byte> value)
    {
        Write(value.Length);
        value.CopyTo(Take(value.Length));
    }

    /// <summary>1.50 and 1.5 are one number, so they are the same bytes; so are 0 and -0.</summary>
    public void Write(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        if (bits[2] != 0)
            Shorten(bits, ref scale);
        else
            ShortenSmall(bits, ref scale);
        var isZero = (bits[0] | bits[1] | bits[2]) == 0;
        var bytes = Take(13);
        bytes[0] = isZero ? (byte)0 : (byte)(scale | (bits[3] < 0 ? 0x80 : 0));
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], bits[0]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[5..], bits[1]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], bits[2]);
    }

    /// <summary>Marks where an entry begins; what follows is kept together for its check.</summary>
    public void BeginEntry()
    {
        if (_length > PieceBytes)
            Flush();
        _entryStart = _length;
    }

    /// <summary>CRC-32C of what was written since the entry began.</summary>
    public uint EndEntry()
    {
        var bytes = _buffer.AsSpan(_entryStart, _length - _entryStart);
        var check = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            check = BitOperations.Crc32C(check, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes)
            check = BitOperations.Crc32C(check, value);
        return ~check;
    }

    /// <summary>
    /// The hash of all that was written since the last one; the writer starts anew.
    /// </summary>
    public byte[] Finish()
    {
        Flush();
        return _hash.GetHashAndReset();
    }

    public void Dispose()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private static void ShortenSmall(Span<int> bits, ref int scale)
    {
        var digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }
        bits[0] = (int)(uint)digits;
        bits[1] = (int)(uint)(digits >> 32);
    }

    private static void Shorten(Span<int> bits, ref int scale)
    {
        var digits = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        while (scale > 0 && digits % 10 == UInt128.Zero)
        {
            digits /= 10;
            scale--;
        }
        var low = (ulong)digits;
        bits[0] = (int)(uint)low;
        bits[1] = (int)(uint)(low >> 32);
        bits[2] = (int)(uint)(ulong)(digits >> 64);
    }

    private Span<byte> Take(int count)
    {
        var bytes = Reserve(count);
        _length += count;
        return bytes[..count];
    }

    private Span<byte> Reserve(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Flush();
            if (count > _buffer.Length)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = ArrayPool<byte>.Shared.Rent(count);
            }
        }
        return _buffer.AsSpan(_length);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _length);
        _length = 0;
    }
}
