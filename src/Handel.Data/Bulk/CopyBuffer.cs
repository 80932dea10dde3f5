using System.Buffers.Binary;
using System.Text;

namespace Handel.Data.Bulk;

/// <summary>
/// Rows in the binary form of COPY: a count of columns, then each value behind its length, all in
/// network order. Written here because a posting is thousands of values and the general way of the
/// driver costs several times as much for each.
/// </summary>
internal sealed class CopyBuffer
{
    private const int BytesAtFirst = 64 * 1024;
    private const int NoValue = -1;
    private const short NoRow = -1;

    // The instants of PostgreSQL count from here.
    private static readonly DateOnly Day0 = new(2000, 1, 1);
    private static readonly long Tick0 = Day0.ToDateTime(default).Ticks;

    private byte[] _bytes = new byte[BytesAtFirst];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>The signature, no flags, no extension.</summary>
    public void Begin()
    {
        ReadOnlySpan<byte> signature = [.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8];
        signature.CopyTo(Next(signature.Length));
        Int32(0);
        Int32(0);
    }

    public void BeginRow(int columns) => Int16((short)columns);

    public void End() => Int16(NoRow);

    public void WriteNull() => Int32(NoValue);

    public void Write(short value)
    {
        Int32(sizeof(short));
        Int16(value);
    }

    public void Write(int value)
    {
        Int32(sizeof(int));
        Int32(value);
    }

    public void Write(long value)
    {
        Int32(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Next(sizeof(long)), value);
    }

    public void Write(bool value)
    {
        Int32(sizeof(bool));
        Next(sizeof(bool))[0] = value ? (byte)1 : (byte)0;
    }

    /// <summary>Days; the first and the last day are the infinities, as for the driver.</summary>
    public void Write(DateOnly value) =>
        Write(
            value == DateOnly.MinValue ? int.MinValue
            : value == DateOnly.MaxValue ? int.MaxValue
            : value.DayNumber - Day0.DayNumber
        );

    /// <summary>Microseconds: PostgreSQL keeps nothing finer. Infinities as for days.</summary>
    public void Write(DateTimeOffset value) =>
        Write(
            value == DateTimeOffset.MinValue ? long.MinValue
            : value == DateTimeOffset.MaxValue ? long.MaxValue
            : (value.UtcTicks - Tick0) / TimeSpan.TicksPerMicrosecond
        );

    public void Write(Guid value)
    {
        const int size = 16;
        Int32(size);
        value.TryWriteBytes(Next(size), bigEndian: true, out _);
    }

    public void Write(byte[] value)
    {
        Int32(value.Length);
        value.CopyTo(Next(value.Length));
    }

    public void Write(string value)
    {
        var size = Encoding.UTF8.GetByteCount(value);
        Int32(size);
        Encoding.UTF8.GetBytes(value, Next(size));
    }

    /// <summary>
    /// A head of four numbers (how many digits, the weight of the first, sign, decimals shown),
    /// then digits of base 10,000, the decimal point between two of them.
    /// </summary>
    public void Write(decimal value)
    {
        const int group = 4;
        const int digitsMax = 9; // of 96 bits and three noughts
        var decimals = value.Scale;
        Span<short> digits = stackalloc short[digitsMax];
        var rest = Mantissa(value) * Noughts[(group - decimals % group) % group];
        var count = 0;
        for (; rest != 0; count++)
            (rest, digits[count]) = DivideBy10000(rest);

        // Noughts at the end are not stored.
        var first = 0;
        while (first < count && digits[first] == 0)
            first++;
        var weight = count - 1 - (decimals + group - 1) / group;
        var stored = count - first;
        Int32(sizeof(short) * (group + stored));
        Int16((short)stored);
        Int16((short)(stored == 0 ? 0 : weight));
        Int16(decimal.IsNegative(value) && stored > 0 ? Negative : (short)0);
        Int16(decimals);
        for (var place = count - 1; place >= first; place--)
            Int16(digits[place]);
    }

    private const short Negative = 0x4000;
    private static readonly UInt128[] Noughts = [1, 10, 100, 1000];

    private static UInt128 Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var low = (ulong)(uint)bits[1] << 32 | (uint)bits[0];
        return new UInt128((uint)bits[2], low);
    }

    private static (UInt128 Left, short Digit) DivideBy10000(UInt128 value)
    {
        const int radix = 10_000;
        // Nearly all amounts fit in 64 bits, where dividing is quick.
        if (value > ulong.MaxValue)
            return (value / radix, (short)(value % radix));
        var (rest, digit) = Math.DivRem((ulong)value, radix);
        return (rest, (short)digit);
    }

    private void Int16(short value) =>
        BinaryPrimitives.WriteInt16BigEndian(Next(sizeof(short)), value);

    private void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(sizeof(int)), value);

    private Span<byte> Next(int size)
    {
        if (_bytes.Length - Length < size)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + size));
        var next = _bytes.AsSpan(Length, size);
        Length += size;
        return next;
    }
}
