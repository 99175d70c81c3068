using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Simulations.Stores;

/// <summary>
/// Hears every event of the actors in place of the tables that people read. It adds up the ledger and follows its chains, so that the books
/// can be checked after every round.
/// </summary>
public sealed class SimulationLedger : IEventPublisher
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerHead> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Nmr> _balances = new(StringComparer.Ordinal);

    /// <summary>Ledger entries so far.</summary>
    public long Entries { get; private set; }

    /// <summary>The balance of every account that was ever used.</summary>
    public IReadOnlyDictionary<string, Nmr> Balances => _balances;

    /// <summary>The end of every chain.</summary>
    public IReadOnlyDictionary<string, LedgerHead> Heads => _heads;

    /// <summary>The newest event heard of an actor; 0 for none.</summary>
    /// <param name="source">Its name in events, such as "participant/123".</param>
    public long Applied(string source)
    {
        lock (_lock)
        {
            return _sequences.GetValueOrDefault(source);
        }
    }

    /// <exception cref="SimulationException"><c>ledger_broken</c>: events or entries are missing between two that came.</exception>
    public Task PublishAsync(string source, IReadOnlyList<OutboxEntry> entries)
    {
        lock (_lock)
        {
            var applied = _sequences.GetValueOrDefault(source);
            foreach (var entry in entries.Where(entry => entry.Sequence > applied))
            {
                if (entry.Sequence != applied + 1)
                {
                    throw new SimulationException("ledger_broken", $"{source} published event {entry.Sequence} after event {applied}.");
                }

                applied = entry.Sequence;
                if (entry.Event is LedgerEntryPosted { Entry: var posted })
                {
                    Post(posted);
                }
            }

            _sequences[source] = applied;
        }

        return Task.CompletedTask;
    }

    internal LedgerSnapshot Export() => new(Sorted(_sequences), Sorted(_heads), Sorted(_balances), Entries);

    internal void Import(LedgerSnapshot snapshot)
    {
        foreach (var (source, sequence) in snapshot.Sequences)
        {
            _sequences[source] = sequence;
        }

        foreach (var (chain, head) in snapshot.Heads)
        {
            _heads[chain] = head;
        }

        foreach (var (account, balance) in snapshot.Balances)
        {
            _balances[account] = balance;
        }

        Entries = snapshot.Entries;
    }

    private static SortedDictionary<string, T> Sorted<T>(Dictionary<string, T> values) => new(values, StringComparer.Ordinal);

    private void Post(LedgerEntry entry)
    {
        var head = _heads.GetValueOrDefault(entry.Chain, LedgerHead.Genesis);
        if (entry.Sequence != head.Sequence + 1 || entry.Previous != head.Hash)
        {
            throw new SimulationException(
                "ledger_broken", $"Entry {entry.Sequence} of chain {entry.Chain} does not follow entry {head.Sequence}.");
        }

        _heads[entry.Chain] = new LedgerHead(entry.Sequence, entry.Hash);
        _balances[entry.Debit] = _balances.GetValueOrDefault(entry.Debit) - entry.Amount;
        _balances[entry.Credit] = _balances.GetValueOrDefault(entry.Credit) + entry.Amount;
        Entries++;
    }
}
