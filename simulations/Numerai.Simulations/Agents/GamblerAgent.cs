namespace Numerai.Simulations.Agents;

/// <summary>gambler: bets on one feature, up or down, and picks another after eight rounds.</summary>
public sealed class GamblerAgent(AgentSeat seat) : IAgent
{
    private const int RoundsOfABet = 8;

    public void Train(AgentView view)
    {
    }

    public AgentSubmission Predict(AgentView view)
    {
        var bet = Seeds.Stream(seat.Seed, 3, view.Round / RoundsOfABet);
        var sign = bet.Next(2) == 0 ? -1 : 1;
        var column = view.Live.Column(bet.Next(view.Live.ColumnCount));
        var noise = Seeds.Stream(seat.Seed, 4, view.Round);
        var values = new double[column.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = (sign * column[row]) + noise.NextDouble();
        }

        return new AgentSubmission(values);
    }
}
