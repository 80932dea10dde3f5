using System.Security.Cryptography;
using System.Text;
using Handel.Api.Engine;
using Handel.App.Answers;
using Handel.App.Users;
using Handel.Data;

namespace Handel.Api.Shell;

/// <summary>
/// Requests with an Idempotency-Key (API-V-5): what they do and what they were answered is one
/// transaction. A posting is the ledger writer's, in a transaction of its own; it has a posting
/// key made of the same request, so that the answer is found in the books when it was not kept.
/// </summary>
internal static class AnswersOnce
{
    private const char Line = '\n';
    private const int GuidBytes = 16;

    public static async Task<OnceAnswer> Run(
        RequestScope scope,
        AskedOnce asked,
        Func<Task<OnceAnswer>> run
    )
    {
        var userId = Caller.From(scope.User)?.UserId ?? Guid.Empty;
        var key = new AnswerKey(userId, asked.Key, asked.Hash);
        var kept = new KeptAnswers(scope.Db(), scope.Get<TimeProvider>());
        OnceAnswer? answer = null;
        await scope
            .Get<RequestDatabase>()
            .Transaction(
                scope.CompanyNo,
                async () =>
                {
                    if (await kept.Claim(key, scope.Aborted) is { } before)
                    {
                        answer = AnswerOf(before, asked);
                        return false;
                    }
                    scope.PostingKey = PostingKeyOf(scope, key);
                    answer = await run();
                    if (answer.IsDone)
                        await kept.Keep(key, RowOf(answer), scope.Aborted);
                    return answer.IsDone;
                },
                scope.Aborted
            );
        return answer!;
    }

    private static OnceAnswer AnswerOf(KeptAnswer kept, AskedOnce asked) =>
        kept.RequestHash.AsSpan().SequenceEqual(asked.Hash)
            ? new(kept.Status, kept.ContentType, kept.Body)
            {
                Headers =
                [
                    .. kept
                        .Headers.Split(Line, StringSplitOptions.RemoveEmptyEntries)
                        .Select(line => line.Split(':', 2))
                        .Select(parts => (parts[0], parts[1])),
                ],
            }
            : throw new RefusalException(ErrorCode.IdempotencyKeyReused, Text.IdempotencyKeyReused);

    internal static KeptAnswer RowOf(OnceAnswer answer)
    {
        var kept = answer.IsTooLarge ? answer.WithoutBody() : answer;
        return new()
        {
            Status = kept.Status,
            ContentType = kept.ContentType,
            Headers = string.Join(Line, kept.Headers.Select(h => $"{h.Name}:{h.Value}")),
            Body = kept.Body,
        };
    }

    private static Guid PostingKeyOf(RequestScope scope, AnswerKey key)
    {
        var request = Convert.ToHexString(key.RequestHash);
        var text = $"{scope.CompanyNo} {key.UserId} {request} {key.Key}";
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, GuidBytes));
    }
}
