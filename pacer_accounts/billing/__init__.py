"""What searching costs, how it is paid, and the pages under Payments and Usage."""
