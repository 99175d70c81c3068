using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Accounts.Transfers;

/// <summary>What an account booked under one id.</summary>
/// <param name="Amount">Of a deposit or withdrawal; zero for others.</param>
/// <param name="Sequence">Of the latest transfer with an agreement, escrow or proposal; zero for others.</param>
public sealed record BookedTransfer(Nmr Amount, long Sequence)
{
    /// <summary>Nothing was booked, or the account's row still knows it.</summary>
    public static BookedTransfer None { get; } = new(Nmr.Zero, 0);

    /// <summary>Sequences only go up; a deposit or withdrawal has one amount for ever.</summary>
    internal static Decision<BookedTransfer, BookedTransfer> Keep(BookedTransfer? kept, BookedTransfer booked)
    {
        if (kept is null)
        {
            return Decision<BookedTransfer, BookedTransfer>.Changed(booked, booked);
        }

        if (kept.Amount != booked.Amount)
        {
            throw new InvalidOperationException($"A transfer of {kept.Amount} NMR is to be kept as one of {booked.Amount} NMR.");
        }

        return kept.Sequence >= booked.Sequence
            ? Decision<BookedTransfer, BookedTransfer>.Unchanged(kept)
            : Decision<BookedTransfer, BookedTransfer>.Changed(booked, booked);
    }
}
