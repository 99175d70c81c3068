using Numerai.Cli.CommandLine;
using Numerai.Client.Governance;

namespace Numerai.Cli.Governance;

/// <summary>Recomputes the chain of executions from its first record.</summary>
internal sealed class GovernanceVerifyCommand() : CliCommand("verify", "Recompute the chain of all executed actions; ends with 1 when it is broken.")
{
    protected override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        var info = await client.Governance.GetAsync(context.Cancellation);
        var records = new List<ExecutionRecord>();
        for (var offset = 0; ;)
        {
            var page = await client.Governance.ListAsync(offset: offset, cancellation: context.Cancellation);
            records.AddRange(page.Items.SelectMany(proposal => proposal.Records));
            offset += page.Items.Count;
            if (!page.More)
            {
                break;
            }
        }

        var (sequence, hash) = (0L, new string('0', 64));
        foreach (var record in records.OrderBy(record => record.Sequence))
        {
            if (!record.Follows(sequence, hash))
            {
                context.Output.Say($"Broken at record {record.Sequence} (proposal {record.Proposal}, action {record.Index}).");
                return ExitCodes.Refused;
            }

            (sequence, hash) = (record.Sequence, record.Hash);
        }

        var whole = sequence == info.Executions.Sequence && hash == info.Executions.Hash;
        context.Output.Say(whole
            ? $"The chain of {sequence} executed actions holds: {hash}."
            : $"The chain ends at record {sequence}, but the governance says {info.Executions.Sequence}.");
        return whole ? ExitCodes.Done : ExitCodes.Refused;
    }
}
