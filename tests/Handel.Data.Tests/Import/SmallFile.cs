using System.Globalization;
using System.IO.Compression;
using Handel.Exchange.OnlineRetail;

namespace Handel.Data.Tests.Import;

/// <summary>A file of the wholesaler's kind, with every oddity of the real one.</summary>
internal static class SmallFile
{
    /// <summary>
    /// By hand: 536365 is 6 x 2.55 + 3 x 3.39 = 25.47; 536366 is 2 x 18.00 + 1 x 0.00 = 36.00;
    /// 536367 (abroad) is 10 x 1.005 = 10.05 rounded per line, and 1 x 0.001 = 0.00;
    /// 536368 (nobody, home) is 3 x 4.25 = 12.75 and a voucher of 8.33; the discount D is not on
    /// an invoice. C536379 takes back 1 x 27.50 as discount, C536391 takes back 2 x 2.55 = 5.10.
    /// Invoices 92.60, credit memos 32.60: net 60.00.
    /// </summary>
    public const string Oddities =
        RetailReader.Header
        + """"

            536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            536365,71053,"LANTERN, ""WHITE""",3,2010-12-01 08:27:00,3.39,17850.0,United Kingdom
            536366,POST,POSTAGE,2,2010-12-01 09:00:00,18.00,17850.0,United Kingdom
            536366,71053,,1,2010-12-01 09:00:00,0.0,17850.0,United Kingdom
            536367,22726,ALARM CLOCK,10,2010-12-01 09:10:00,1.005,12583.0,France
            536367,PADS,PADS TO MATCH ALL CUSHIONS,1,2010-12-01 09:10:00,0.001,12583.0,France
            536368,85123a,WHITE HEART,3,2010-12-01 09:20:00,4.25,,United Kingdom
            536368,gift_0001_10,Voucher,1,2010-12-01 09:20:00,8.33,,United Kingdom
            C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527.0,United Kingdom
            C536391,85123A,WHITE HANGING HEART,-2,2010-12-02 10:24:00,2.55,17850.0,United Kingdom
            536589,21777,,-10,2010-12-02 16:50:00,0.0,,United Kingdom
            536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom
            A563185,B,Adjust bad debt,1,2010-12-03 14:50:00,-11062.06,,United Kingdom
            536400,22726,"OPEN QUOTE,1,2010-12-01 09:10:00,1.00,12583.0,France
            536401,22726,FEW FIELDS,1
            536402,22726,NO NUMBER,one,2010-12-01 09:10:00,1.00,12583.0,France
            536403,22726,NO SUCH COUNTRY,1,2010-12-01 09:10:00,1.00,12583.0,Atlantis
            """";

    /// <summary>
    /// Many small invoices, the same at every call, for a process that is killed.
    /// </summary>
    public static async Task WriteMany(string path, int invoices)
    {
        await using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        await using var text = new StreamWriter(packed) { NewLine = "\n" };
        await text.WriteLineAsync(RetailReader.Header);
        for (var no = 0; no < invoices; no++)
        {
            for (var line = 0; line < 8; line++)
                await text.WriteLineAsync(Line(no, line));
        }
    }

    private static string Line(int no, int line)
    {
        var isReturn = no % 7 == 6;
        var date = new DateOnly(2010, 12, 1).AddDays(no / 40);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(isReturn ? "C" : "")}{600000 + no},{20000 + (no * 3 + line) % 60},ITEM,"
                + $"{(isReturn ? -1 : 3 + line)},{date:yyyy-MM-dd} 10:00:00,"
                + $"{1.25m + line},{15000 + no % 25}.0,United Kingdom"
        );
    }
}
