using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Bulk;

/// <summary>
/// Questions and commands that go to the database together and are carried out in their order:
/// the caller waits once, however many there are. For what happens all day; LINQ is for the rest.
/// </summary>
public sealed class RoundTrip(HandelDbContext context)
{
    private readonly List<NpgsqlBatchCommand> _commands = [];
    private readonly List<IAnswer> _answers = [];

    public HandelDbContext Context => context;

    /// <summary>
    /// Asks for rows of the company: SQL from the condition on, with values in its places.
    /// </summary>
    public Answer<T> Rows<T>(FormattableString condition)
        where T : class
    {
        var shape = RowShape<T>.Of(context);
        var sql = $"{shape.SelectCommand} WHERE company_no = $1 AND {Placed(condition, 2)}";
        Add(sql, [Parameter(context.CompanyNo), .. condition.GetArguments().Select(Parameter)]);
        var answer = new Answer<T>(shape);
        _answers.Add(answer);
        return answer;
    }

    /// <summary>Asks for the rows whose column has one of the values, if any.</summary>
    public Answer<T> Rows<T>(string column, string[] values)
        where T : class =>
        values.Length == 0
            ? Answer<T>.None
            : Rows<T>(FormattableStringFactory.Create(column + " = ANY({0})", [values]));

    /// <summary>Adds a command that answers nothing.</summary>
    public void Do(FormattableString sql) =>
        Add(Placed(sql, 1), sql.GetArguments().Select(Parameter));

    internal void Add(string sql, IEnumerable<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        _commands.Add(command);
    }

    /// <summary>Goes and comes back; what was asked is there now.</summary>
    public async Task Make(CancellationToken ct)
    {
        if (_commands.Count == 0)
            return;
        var connection = await Open(ct);
        await using var batch = connection.CreateBatch();
        foreach (var command in _commands)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var answer in _answers)
        {
            await answer.Read(reader, ct);
            await reader.NextResultAsync(ct);
        }
        _commands.Clear();
        _answers.Clear();
    }

    internal async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        await context.Database.OpenConnectionAsync(ct);
        return (NpgsqlConnection)context.Database.GetDbConnection();
    }

    private static string Placed(FormattableString sql, int first)
    {
        var places = Enumerable.Range(first, sql.ArgumentCount).Select(place => $"${place}");
        return string.Format(CultureInfo.InvariantCulture, sql.Format, [.. places]);
    }

    private static NpgsqlParameter Parameter(object? value) => new() { Value = value };
}

internal interface IAnswer
{
    Task Read(NpgsqlDataReader reader, CancellationToken ct);
}

/// <summary>Rows that a round trip was asked for; there once it is made.</summary>
public sealed class Answer<T> : IAnswer
    where T : class
{
    public static readonly Answer<T> None = new(null) { _rows = [] };

    private readonly RowShape<T>? _shape;
    private List<T>? _rows;

    internal Answer(RowShape<T>? shape) => _shape = shape;

    public IReadOnlyList<T> Rows =>
        _rows ?? throw new InvalidOperationException("The round trip is not made yet.");

    async Task IAnswer.Read(NpgsqlDataReader reader, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(_shape!.Read(reader));
        _rows = rows;
    }
}
