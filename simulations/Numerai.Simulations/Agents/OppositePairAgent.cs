namespace Numerai.Simulations.Agents;

/// <summary>
/// p-one-minus-p: an account's even models submit p, its odd ones 1 - p, where p is one random feature with a random sign. What one of them
/// gains the other loses, unless the payout treats gains and losses differently.
/// </summary>
public sealed class OppositePairAgent(AgentSeat seat) : IAgent
{
    public void Train(AgentView view)
    {
    }

    public AgentSubmission Predict(AgentView view)
    {
        var bet = Seeds.Stream(seat.RingSeed, 5, seat.Account, seat.Model / 2, view.Round);
        var column = view.Live.Column(bet.Next(view.Live.ColumnCount));
        var sign = seat.Model % 2 == 0 ? 1 : -1;
        var values = new double[column.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = sign * (column[row] + bet.NextDouble());
        }

        return new AgentSubmission(values);
    }
}
