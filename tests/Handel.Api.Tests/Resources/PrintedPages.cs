using System.Diagnostics;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>The words of a document as it is printed.</summary>
internal static class PrintedPages
{
    public static string Url(string document) => $"{document}/pdfDocument/pdfDocumentContent";

    public static async Task<string> Pdf(this TradeServer trade, string document)
    {
        var answer = await trade.Client.GetAsync(Url(document));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(bytes));
        using var reader = Process.Start(
            new ProcessStartInfo("pdftotext", ["-layout", "-", "-"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        await reader.StandardInput.BaseStream.WriteAsync(bytes);
        reader.StandardInput.Close();
        return Squeeze(await reader.StandardOutput.ReadToEndAsync());
    }

    private static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
