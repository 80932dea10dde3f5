using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Handel.App.Verification;

/// <summary>
/// Reads rows of COPY in binary form, field by field in the order of the columns. A ledger has
/// millions of rows and few different texts: a text that repeats is not made anew.
/// </summary>
internal sealed class CopyReader : IDisposable
{
    private const int BufferBytes = 256 * 1024;
    private const int HeaderBytes = 19;
    private const int DigitsOfLong = 4;
    private const int GroupDigits = 4;
    private const int GroupSize = 10_000;
    private const int NegativeSign = 0x4000;

    // Both formats count from 2000-01-01.
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stream _stream;
    private readonly (byte[] Bytes, int Length, string Text)[] _texts;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int _start;
    private int _end;

    public CopyReader(Stream stream, int columns)
    {
        _stream = stream;
        _texts = new (byte[], int, string)[columns];
        Array.Fill(_texts, ([], 0, ""));
        Take(HeaderBytes);
    }

    /// <summary>Steps to the next row; false after the last one.</summary>
    public bool NextRow() => BinaryPrimitives.ReadInt16BigEndian(Take(2)) >= 0;

    public bool ReadBoolean() => Field()[0] != 0;

    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(Field());

    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Field());

    public DateOnly ReadDate() => DateOf(Field());

    public DateOnly? ReadDateOrNull()
    {
        var length = Length();
        return length < 0 ? null : DateOf(Take(length));
    }

    public DateTimeOffset ReadInstant()
    {
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(Field());
        return Epoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
    }

    public Guid? ReadIdOrNull()
    {
        var length = Length();
        return length < 0 ? null : new Guid(Take(length), bigEndian: true);
    }

    public byte[] ReadBytes() => Field().ToArray();

    public string ReadText(int column)
    {
        var field = Field();
        ref var last = ref _texts[column];
        if (field.SequenceEqual(last.Bytes.AsSpan(0, last.Length)))
            return last.Text;
        if (last.Bytes.Length < field.Length)
            last.Bytes = new byte[field.Length];
        field.CopyTo(last.Bytes);
        last.Length = field.Length;
        last.Text = Encoding.UTF8.GetString(field);
        return last.Text;
    }

    /// <summary>
    /// Groups of four digits, the first one worth 10,000 to the power of the weight.
    /// </summary>
    public decimal ReadDecimal()
    {
        var field = Field();
        var count = BinaryPrimitives.ReadInt16BigEndian(field);
        var weight = BinaryPrimitives.ReadInt16BigEndian(field[2..]);
        var sign = BinaryPrimitives.ReadInt16BigEndian(field[4..]);
        if (sign is not (0 or NegativeSign))
            throw new InvalidDataException("A number in the books is not a number.");
        var groups = field[8..];
        var shift = (weight - count + 1) * GroupDigits;
        if (count > DigitsOfLong || shift > 0)
            return Large(groups, shift, sign != 0);
        var digits = 0L;
        for (var i = 0; i < count; i++)
            digits = digits * GroupSize + BinaryPrimitives.ReadInt16BigEndian(groups[(2 * i)..]);
        var (low, high) = ((int)digits, (int)(digits >> 32));
        return new decimal(low, high, 0, sign != 0, (byte)-shift);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _stream.Dispose();
    }

    private static decimal Large(ReadOnlySpan<byte> groups, int shift, bool isNegative)
    {
        var digits = 0m;
        for (var i = 0; i < groups.Length; i += 2)
            digits = digits * GroupSize + BinaryPrimitives.ReadInt16BigEndian(groups[i..]);
        for (; shift > 0; shift--)
            digits *= 10m;
        var scale = new decimal(1, 0, 0, isNegative, (byte)-shift);
        return digits * scale;
    }

    private static DateOnly DateOf(ReadOnlySpan<byte> field)
    {
        var day = BinaryPrimitives.ReadInt32BigEndian(field) + (long)EpochDay;
        return DateOnly.FromDayNumber((int)Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber));
    }

    private ReadOnlySpan<byte> Field() => Take(Length());

    private int Length() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_end - _start < count)
            Fill(count);
        var bytes = _buffer.AsSpan(_start, count);
        _start += count;
        return bytes;
    }

    private void Fill(int count)
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        var target = _buffer;
        if (count > target.Length)
            target = ArrayPool<byte>.Shared.Rent(count);
        rest.CopyTo(target);
        if (target != _buffer)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = target;
        (_start, _end) = (0, rest.Length);
        while (_end < count)
        {
            var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
                throw new EndOfStreamException("The database ended a ledger in the middle.");
            _end += read;
        }
    }
}
