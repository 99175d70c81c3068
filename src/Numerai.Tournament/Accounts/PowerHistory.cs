using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <summary>
/// What an actor held a while ago. A snapshot of voting power asks every actor for the same instant, however late it gets to it; NMR that
/// moves, leaves or comes back after that instant is counted where it was then.
/// </summary>
/// <param name="Past">Oldest first; what is held now began when the last of them ended.</param>
/// <param name="Forgotten">The time up to which nothing is known any more; null when nothing was forgotten.</param>
public sealed record PowerHistory(ImmutableList<PastPower> Past, DateTimeOffset? Forgotten)
{
    /// <summary>Far longer than a snapshot takes; one that was cut short for longer than half of it is taken anew.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    /// <summary>Movements this close together are noted as one, so that no row grows with what others send.</summary>
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(1);

    public static PowerHistory Empty { get; } = new([], null);

    /// <summary>This history after the holding changed from <paramref name="before"/>; itself when it did not.</summary>
    public PowerHistory Moved(Nmr before, Nmr held, DateTimeOffset now)
    {
        if (before == held)
        {
            return this;
        }

        // A clock that was set back does not put movements out of order.
        var until = Past.IsEmpty || Past[^1].Until < now ? now : Past[^1].Until;
        var kept = Past.FindAll(past => past.Until > until - Memory);
        DateTimeOffset? forgotten = kept.Count < Past.Count ? Past[Past.Count - kept.Count - 1].Until : Forgotten;

        // Of holdings that are noted as one the least is kept: it was there all the time.
        return new PowerHistory(
            kept.Count > 1 && until - kept[^2].Until < _apart
                ? kept.SetItem(kept.Count - 1, new PastPower(until, Nmr.Min(kept[^1].Held, before)))
                : kept.Add(new PastPower(until, before)),
            forgotten);
    }

    /// <summary>The least that was held from one instant to another, both included; nothing when it is not known any more.</summary>
    /// <param name="held">What is held now.</param>
    public Nmr Lowest(Nmr held, DateTimeOffset from, DateTimeOffset to)
    {
        if (from < Forgotten)
        {
            return Nmr.Zero;
        }

        var lowest = Past.IsEmpty || Past[^1].Until <= to ? held : Past.Find(past => past.Until > to)!.Held;
        return Past.Where(past => past.Until > from && past.Until <= to).Aggregate(lowest, (least, past) => Nmr.Min(least, past.Held));
    }
}

/// <param name="Until">When it changed.</param>
public sealed record PastPower(DateTimeOffset Until, Nmr Held);
