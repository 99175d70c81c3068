using Numerai.Tournament.Money;

namespace Numerai.Tournament.Participants;

/// <summary>
/// What an actor held when a snapshot of voting power was taken. Transfers carry the number of the sender's latest snapshot, and a receiver
/// that has not taken it yet does so before it books them; an amount on its way is therefore never counted on both sides.
/// </summary>
/// <param name="Number">1, 2, 3 ...; 0 when none was taken.</param>
public sealed record PowerSnapshot(int Number, Nmr Power)
{
    public static PowerSnapshot None { get; } = new(0, Nmr.Zero);

    /// <summary>This snapshot, or a new one of what is held now when <paramref name="number"/> is later.</summary>
    public PowerSnapshot At(int number, Nmr held) => number > Number ? new PowerSnapshot(number, held) : this;
}
