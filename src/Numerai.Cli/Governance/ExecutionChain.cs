using Numerai.Client;
using Numerai.Client.Governance;
using Numerai.Contracts;

namespace Numerai.Cli.Governance;

/// <summary>Whether the chain of executed actions holds, from its first record to the end that the governance names.</summary>
internal sealed record ExecutionChain(bool Holds, string Sentence)
{
    public static async Task<ExecutionChain> CheckAsync(NumeraiClient client, CancellationToken cancellation)
    {
        var info = await client.Governance.GetAsync(cancellation);
        var (sequence, hash) = (0L, new string('0', 64));
        foreach (var record in (await RecordsAsync(client, cancellation)).OrderBy(record => record.Sequence))
        {
            if (!record.Follows(sequence, hash))
            {
                return new ExecutionChain(
                    false, $"Broken at record {record.Sequence} (proposal {record.Proposal}, action {record.Index}).");
            }

            (sequence, hash) = (record.Sequence, record.Hash);
        }

        return sequence == info.Executions.Sequence && hash == info.Executions.Hash
            ? new ExecutionChain(true, $"The chain of {sequence} executed actions holds: {hash}.")
            : new ExecutionChain(false, $"The chain ends at record {sequence}, but the governance says {info.Executions.Sequence}.");
    }

    private static async Task<List<ExecutedAction>> RecordsAsync(NumeraiClient client, CancellationToken cancellation)
    {
        var records = new List<ExecutedAction>();
        for (var offset = 0; ;)
        {
            var page = await client.Governance.ListAsync(offset: offset, cancellation: cancellation);
            records.AddRange(page.Items.SelectMany(proposal => proposal.Records));
            offset += page.Items.Count;
            if (!page.More)
            {
                return records;
            }
        }
    }
}
