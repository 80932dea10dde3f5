using System.Security.Cryptography;
using System.Text;

namespace Handel.App.Users;

/// <summary>Secrets that Handel makes up for somebody.</summary>
public static class Secrets
{
    public const int AccessKeyLength = 44;

    private const int PasswordLength = 20;
    private const string LettersAndDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    // Read from a screen and typed once: nothing that looks like something else.
    private const string Legible = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string NewAccessKey() =>
        RandomNumberGenerator.GetString(LettersAndDigits, AccessKeyLength);

    public static string NewPassword() => RandomNumberGenerator.GetString(Legible, PasswordLength);

    public static byte[] HashOfKey(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
