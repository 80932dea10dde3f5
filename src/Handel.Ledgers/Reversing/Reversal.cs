using Handel.Kernel.Problems;

namespace Handel.Ledgers.Reversing;

/// <summary>
/// Plans to undo what a journal posted: every entry once more with the opposite sign on the side
/// where it stood, entries of parties and banks closed against each other (REV-01..06).
/// </summary>
public static class Reversal
{
    public static ReversalPlan Plan(RegisterToReverse command, Books books)
    {
        var problems = new List<Problem>();
        var registers = RegistersOf(command, books);
        if (registers.Count == 0)
            problems.Add(new(ReversalCodes.Missing, ReversalChecks.RecordOf(command.RegisterNo)));
        var checks = new ReversalChecks(command, books, problems);
        foreach (var register in registers)
            checks.Find(register);
        if (problems.Count > 0)
            return new() { Problems = problems };

        var fork = books.Fork();
        var postings = new List<Posting>(registers.Count);
        // REV-05: what came last is undone first.
        foreach (var register in registers.OrderByDescending(register => register.No))
        {
            var first = postings.Count == 0 ? 0 : postings[0].RegisterNo;
            var posting = new RegisterReversal(command, register, fork, first).Post();
            fork.Remember(posting);
            postings.Add(posting);
        }
        return new() { Postings = postings, After = fork };
    }

    private static List<PostedRegister> RegistersOf(RegisterToReverse command, Books books)
    {
        if (!books.Registers.TryGet(command.RegisterNo, out var chosen))
            return [];
        if (!command.IsWholeJournal)
            return [chosen];
        var postedWith = chosen.Register.PostedWithRegisterNo;
        return
        [
            .. books.Registers.Values.Where(posted =>
                posted.Register.PostedWithRegisterNo == postedWith
            ),
        ];
    }
}
