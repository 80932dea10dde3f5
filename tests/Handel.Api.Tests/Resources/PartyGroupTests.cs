using System.Text.Json;
using Handel.Kernel;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// Documents and journal lines with another posting group than the card has (PG-09), over HTTP.
/// </summary>
public sealed class PartyGroupTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const StringComparison Comparison = StringComparison.Ordinal;
    private static int _groups;

    private readonly JournalServer journals = new(trade);

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public async Task PG_09_a_listed_alternative_is_posted_to_its_own_control_account(
        Direction direction
    )
    {
        var books = await SettledBooks.Begin(trade, direction: direction);
        var group = await Group(books);
        var draft = await Draft(books);

        await Allow(books, setup: false, card: false);
        var bySetup = await Choose(books, draft, group, 400);
        await Allow(books, setup: true, card: false);
        var byCard = await Choose(books, draft, group, 400);
        await Allow(books, setup: true, card: true);
        var byList = await Choose(books, draft, group, 400);
        await List(books, group);
        var chosen = await Choose(books, draft, group, 200);
        await Post(draft);

        Assert.Contains("the setup does not allow multiple", Message(bySetup), Comparison);
        Assert.Contains("the card of", Message(byCard), Comparison);
        Assert.Contains("not listed as an alternative", Message(byList), Comparison);
        Assert.Equal(group, Text(chosen, $"{books.Party}PostingGroup"));
        Assert.Equal(121m, Math.Abs((await books.LastRegister())[AccountOf(group)]));
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task PG_09_all_groups_may_be_chosen_where_the_setup_does_not_ask_for_a_list()
    {
        var books = await SettledBooks.Begin(trade);
        var group = await Group(books);
        var draft = await Draft(books);

        await Allow(books, setup: true, card: true, check: "All_x0020_Groups");

        await Choose(books, draft, group, 200);
        await Choose(books, draft, "NOBODY", 400);
    }

    [Fact]
    public async Task PG_09_a_draft_is_refused_when_the_card_allows_its_group_no_longer()
    {
        var books = await SettledBooks.Begin(trade);
        var group = await Group(books);
        var draft = await Draft(books);
        await Allow(books, setup: true, card: true);
        await List(books, group);
        await Choose(books, draft, group, 200);
        await Allow(books, setup: true, card: false);

        var refused = await Post(draft, 400);

        Assert.Contains("the card of", refused.GetRawText(), Comparison);
        Assert.Equal("customerPostingGroup", Target(refused));
    }

    [Fact]
    public async Task PG_09_a_journal_line_of_another_group_is_settled_across_control_accounts()
    {
        var books = await SettledBooks.Begin(trade);
        var group = await Group(books);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var batch = await journals.Batch();
        var line = new
        {
            postingDate = "2026-03-02",
            documentType = "Payment",
            documentNumber = $"PG{group}",
            accountType = "Customer",
            accountNumber = books.PartyNo,
            balanceAccountType = "G_x002F_L_x0020_Account",
            balancingAccountNumber = "6110",
            amount = -121m,
            postingGroup = group,
        };

        await Allow(books, setup: true, card: true);
        var refused = await journals.Add(batch, line, 400);
        await List(books, group);
        var made = await journals.Add(batch, line);
        await journals.Post(batch);
        var payment = Assert.Single(
            await books.Rows($"customerLedgerEntries?$filter=documentNumber eq 'PG{group}'")
        );
        await books.Apply(payment, invoice);

        Assert.Contains("not listed as an alternative", Message(refused), Comparison);
        Assert.Equal(group, Text(made, "postingGroup"));
        // APP-29: what is settled moves between the control accounts.
        var moved = await books.LastRegister();
        Assert.Equal(121m, moved[AccountOf(group)]);
        Assert.Equal(-121m, Assert.Single(moved, line => line.Key != AccountOf(group)).Value);
        await books.ExpectClosed(invoice, payment);
    }

    [Fact]
    public async Task PG_09_a_line_without_customer_or_vendor_has_no_posting_group()
    {
        var batch = await journals.Batch();

        var refused = await journals.Add(
            batch,
            new
            {
                documentNumber = "NOPARTY",
                accountNumber = "6110",
                amount = 1m,
                postingGroup = "BINNENL",
            },
            400
        );

        Assert.Equal("postingGroup", Target(refused));
    }

    [Fact]
    public async Task PG_11_a_group_that_entries_or_lists_name_stays()
    {
        var books = await SettledBooks.Begin(trade);
        var group = await Group(books);
        var other = await Group(books);
        await Allow(books, setup: true, card: true);
        await List(books, group);
        var draft = await Draft(books);
        await Choose(books, draft, group, 200);
        await Post(draft);
        var listed = await Listed(books, group);

        await trade.Delete($"{trade.Trade}/customerAlternativePostingGroups({Id(listed)})");
        await trade.Delete(await PathOf(books, group), 400);
        await trade.Delete(await PathOf(books, other));
    }

    [Fact]
    public async Task PG_09_a_group_is_no_alternative_for_itself_and_is_listed_once()
    {
        var books = await SettledBooks.Begin(trade);
        var group = await Group(books);
        var path = $"{trade.Trade}/customerAlternativePostingGroups";
        var body = new { customerPostingGroup = group, alternativePostingGroup = "BINNENL" };

        await trade.Post(path, body);
        await trade.Post(path, body, 409);
        await trade.Post(
            path,
            new { customerPostingGroup = group, alternativePostingGroup = group },
            400
        );
        await trade.Post(
            path,
            new { customerPostingGroup = group, alternativePostingGroup = "NOBODY" },
            400
        );
    }

    /// <summary>A new group with a control account of its own.</summary>
    private async Task<string> Group(SettledBooks books)
    {
        var group = $"G{Interlocked.Increment(ref _groups)}";
        await trade.Post(
            $"{trade.Trade}/accounts",
            new
            {
                number = AccountOf(group),
                displayName = $"Control {group}",
                accountType = "Posting",
            }
        );
        var side = books.Direction == Direction.Sale ? "receivables" : "payables";
        await trade.Post(
            $"{trade.Trade}/{books.Party}PostingGroups",
            new Dictionary<string, object>
            {
                ["code"] = group,
                ["description"] = group,
                [$"{side}Account"] = AccountOf(group),
            }
        );
        return group;
    }

    private static string AccountOf(string group) => $"19{group}";

    private async Task Allow(
        SettledBooks books,
        bool setup,
        bool card,
        string check = "Alternative_x0020_Groups"
    )
    {
        var set = books.Direction == Direction.Sale ? "salesSetup" : "purchaseSetup";
        var row = Assert.Single(await books.Rows(set));
        await trade.Patch(
            $"{trade.Trade}/{set}({Id(row)})",
            new { allowMultiplePostingGroups = setup, postingGroupCheck = check }
        );
        var party = await Party(books);
        await trade.Patch(
            $"{trade.Trade}/{books.Party}s({Id(party)})",
            new { allowMultiplePostingGroups = card }
        );
    }

    private static async Task<JsonElement> Party(SettledBooks books) =>
        Assert.Single(await books.Rows($"{books.Party}s?$filter=number eq '{books.PartyNo}'"));

    private async Task List(SettledBooks books, string group) =>
        await trade.Post(
            $"{trade.Trade}/{books.Party}AlternativePostingGroups",
            new Dictionary<string, object>
            {
                [$"{books.Party}PostingGroup"] = Text(
                    await Party(books),
                    $"{books.Party}PostingGroup"
                ),
                ["alternativePostingGroup"] = group,
            }
        );

    private static async Task<JsonElement> Listed(SettledBooks books, string group) =>
        Assert.Single(
            await books.Rows(
                $"customerAlternativePostingGroups?$filter=alternativePostingGroup eq '{group}'"
            )
        );

    private async Task<string> PathOf(SettledBooks books, string group)
    {
        var row = Assert.Single(
            await books.Rows($"customerPostingGroups?$filter=code eq '{group}'")
        );
        return $"{trade.Trade}/customerPostingGroups({Id(row)})";
    }

    private async Task<string> Draft(SettledBooks books)
    {
        var (set, price) =
            books.Direction == Direction.Sale
                ? ("salesInvoice", "unitPrice")
                : ("purchaseInvoice", "unitCost");
        var body = new Dictionary<string, object>
        {
            [$"{books.Party}Number"] = books.PartyNo,
            ["invoiceDate"] = "2026-03-02",
            ["postingDate"] = "2026-03-02",
            [$"{set}Lines"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["lineType"] = "Item",
                    ["lineObjectNumber"] = "1000",
                    ["quantity"] = 1,
                    [price] = 100m,
                },
            },
        };
        if (books.Direction == Direction.Purchase)
            body["vendorInvoiceNumber"] = $"PG-{books.PartyNo}";
        return $"{trade.Trade}/{set}s({Id(await trade.Post($"{set}s", body))})";
    }

    private Task<JsonElement> Choose(SettledBooks books, string draft, string group, int status) =>
        trade.Patch(
            draft,
            new Dictionary<string, object> { [$"{books.Party}PostingGroup"] = group },
            status
        );

    private Task<JsonElement> Post(string draft, int status = 200) =>
        trade.Post($"{draft}/Microsoft.NAV.post", new { }, status);
}
