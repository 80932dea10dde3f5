using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Handel.Api.Tests.Session;

/// <summary>What an authenticator app shows (RFC 6238, SHA-1, six digits, 30 seconds).</summary>
internal static class OneTimeCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string At(string key, DateTimeOffset time)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, time.ToUnixTimeSeconds() / 30);
        using var keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Decode(key));
        keyed.AppendData(step);
        var hash = keyed.GetHashAndReset();
        var start = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(start)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bits = key.SelectMany(letter =>
            Convert.ToString(Base32.IndexOf(letter), 2).PadLeft(5, '0')
        );
        return
        [
            .. bits.Chunk(8)
                .Where(chunk => chunk.Length == 8)
                .Select(chunk => Convert.ToByte(new string(chunk), 2)),
        ];
    }
}
