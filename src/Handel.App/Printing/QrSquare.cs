using QRCoder;

namespace Handel.App.Printing;

internal static class QrSquare
{
    /// <summary>The modules of a QR code without its margin, error level M (PY-06).</summary>
    internal static IReadOnlyList<string> Rows(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(
            text,
            QRCodeGenerator.ECCLevel.M,
            forceUtf8: true
        );

        var modules = code.ModuleMatrix;
        var inside = modules.Count - (2 * MarginModules);
        return
        [
            .. Enumerable
                .Range(MarginModules, inside)
                .Select(y =>
                    string.Concat(
                        Enumerable
                            .Range(MarginModules, inside)
                            .Select(x => modules[y][x] ? '1' : '0')
                    )
                ),
        ];
    }

    private const int MarginModules = 4;
}
