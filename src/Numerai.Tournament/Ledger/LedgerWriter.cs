using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Ledger;

/// <summary>Collects the entries of one decision: it starts at a chain's head and hands back the new head and the events.</summary>
internal sealed class LedgerWriter(string chain, LedgerHead head, DateTimeOffset time)
{
    private readonly ImmutableArray<TournamentEvent>.Builder _events = ImmutableArray.CreateBuilder<TournamentEvent>();

    public LedgerHead Head { get; private set; } = head;

    public ImmutableArray<TournamentEvent> Events => _events.ToImmutable();

    /// <summary>Posts a transfer; nothing is posted for zero, since an entry moves a positive amount.</summary>
    public void Post(string transfer, LedgerReason reason, string debit, string credit, Nmr amount, RoundId? round = null)
    {
        if (amount.IsZero)
        {
            return;
        }

        var (entry, next) = LedgerChain.Append(chain, Head, transfer, reason, debit, credit, amount, round, time);
        Head = next;
        _events.Add(new LedgerEntryPosted(entry));
    }

    public void Add(TournamentEvent tournamentEvent) => _events.Add(tournamentEvent);
}
