using Handel.Data;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Answers;

/// <summary>Whose request, under which key, asking what (SHA-256).</summary>
public sealed record AnswerKey(Guid UserId, string Key, byte[] RequestHash);

/// <summary>
/// Answers to requests that want to be done once (API-V-5), kept in the transaction of what they
/// did. Whoever comes second with a key waits for the first, because both claim one row.
/// </summary>
public sealed class KeptAnswers(HandelDbContext db, TimeProvider clock)
{
    /// <summary>How long an answer is repeated; after that the key is free.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>Null when the key was free and is now the caller's, else what is kept.</summary>
    public async Task<KeptAnswer?> Claim(AnswerKey asked, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO kept_answer AS kept (company_no, user_id, idempotency_key, request_hash,
                asked_at, status, content_type, headers, body)
            VALUES ({db.CompanyNo}, {asked.UserId}, {asked.Key}, {asked.RequestHash},
                {now}, 0, '', '', ''::bytea)
            ON CONFLICT (company_no, user_id, idempotency_key) DO UPDATE
                SET request_hash = EXCLUDED.request_hash, asked_at = EXCLUDED.asked_at
                WHERE kept.asked_at < {now - KeptFor}
            """,
            ct
        );
        return claimed > 0 ? null : await Mine(asked).SingleAsync(ct);
    }

    /// <summary>The answer of the caller who claimed the key.</summary>
    public Task Keep(AnswerKey asked, KeptAnswer answer, CancellationToken ct) =>
        Mine(asked)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(r => r.Status, answer.Status)
                        .SetProperty(r => r.ContentType, answer.ContentType)
                        .SetProperty(r => r.Headers, answer.Headers)
                        .SetProperty(r => r.Body, answer.Body),
                ct
            );

    /// <summary>Removes what is repeated no more.</summary>
    public Task<int> Sweep(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - KeptFor;
        return db.KeptAnswers.Where(row => row.AskedAt < before).ExecuteDeleteAsync(ct);
    }

    private IQueryable<KeptAnswer> Mine(AnswerKey asked) =>
        db.KeptAnswers.Where(row => row.UserId == asked.UserId && row.IdempotencyKey == asked.Key);
}
